import { act, renderHook } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { Actions, Doing } from '@/lib/screens/popup/use-actions';
import { useDone } from '@/lib/screens/popup/use-done';

const STARRED = { group: 'g', count: 1, words: 'Starred “One”.' };
const NOTHING = { group: 'h', count: 0, words: 'Nothing changed.' };

/** The message, where actions are done at once. */
function openDone() {
  const run: Doing['run'] = (action) => void action({} as Actions);
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
