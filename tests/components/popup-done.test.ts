import { act, renderHook } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Actions, Doing } from '@/lib/screens/popup/use-actions';
import { useDone } from '@/lib/screens/popup/use-done';

const STARRED = { group: 'g', count: 1, words: 'Starred “One”.' };
const NOTHING = { group: 'h', count: 0, words: 'Nothing changed.' };

/** The message, where actions are done at once. */
function openDone(undoGroup?: Actions['undoGroup']) {
  const run: Doing['run'] = (action) => void action({ undoGroup } as Actions).catch(() => undefined);
  const { result } = renderHook(() => useDone({ run } as Doing));
  const perform = (done: typeof STARRED) =>
    act(async () => {
      result.current.perform(async () => done);
      await new Promise((resolve) => setTimeout(resolve));
    });
  return { result, perform };
}

it('a second key that changes nothing leaves the way back from the first', async () => {
  const { result, perform } = openDone();
  await perform(STARRED);
  await perform(NOTHING);
  expect(result.current.note).toMatchObject({ words: STARRED.words, onUndo: expect.any(Function) });
});

it('what changes nothing is said where there is nothing to take back', async () => {
  const { result, perform } = openDone();
  await perform(NOTHING);
  expect(result.current.note?.words).toBe(NOTHING.words);
  expect(result.current.note?.onUndo).toBeUndefined();
  await perform(STARRED);
  expect(result.current.note?.words).toBe(STARRED.words);
});

describe('an undo', () => {
  function openHeld() {
    let end = { resolve: (_: typeof STARRED) => {}, reject: (_: Error) => {} };
    const undoGroup = vi.fn(() => new Promise<typeof STARRED>((resolve, reject) => (end = { resolve, reject })));
    const { result, perform } = openDone(undoGroup);
    const press = () => act(async () => result.current.note?.onUndo?.());
    const words = () => result.current.note?.words;
    return {
      undoGroup,
      perform,
      press,
      words,
      result,
      settle: (work: () => void) => act(async () => work()),
      end: () => end,
    };
  }

  it('that is clicked twice is done once, and says what it took back', async () => {
    const { undoGroup, perform, press, words, settle, end } = openHeld();
    await perform(STARRED);
    await press();
    await press();
    await settle(() => end().resolve({ ...STARRED, words: 'Taken back: starred “One”.' }));
    await vi.waitFor(() => expect(words()).toBe('Taken back: starred “One”.'));
    expect(undoGroup).toHaveBeenCalledTimes(1);
  });

  it('that takes long says that it is at it; one that fails then leaves the way back', async () => {
    const { undoGroup, perform, press, words, result, settle, end } = openHeld();
    await perform(STARRED);
    await press();
    expect(words()).toBe(STARRED.words);
    await vi.waitFor(() => expect(words()).toBe('Taking back…'));
    expect(result.current.note?.onUndo).toBeUndefined();
    await settle(() => end().reject(new Error('no room')));
    // A failure loads what would make room.
    await vi.waitFor(() => expect(words()).toBe(STARRED.words), 8_000);
    await press();
    expect(undoGroup).toHaveBeenCalledTimes(2);
  });
});
