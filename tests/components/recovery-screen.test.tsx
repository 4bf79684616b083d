import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readNotices, writeNotice } from '@/lib/browser/copy-notice';
import { toRestoredNotice } from '@/lib/core/copy/copy-words';
import type { Diagnosis } from '@/lib/core/copy/recovery';
import type { CheckResult, Restored } from '@/lib/core/copy/restored';
import { CopyCheck } from '@/lib/screens/recovery/CopyCheck';
import { RecoveryScreen } from '@/lib/screens/recovery/RecoveryScreen';

const HOLDS: Restored = { papers: 12, topics: 2, settings: 1, at: Date.now(), isPartial: false };

const world = vi.hoisted(() => ({
  found: { kind: 'fine' } as Diagnosis,
  check: { kind: 'fine' } as CheckResult,
  checkCopy: async (): Promise<CheckResult> => world.check,
  fetchAnew: vi.fn(async () => true),
  restoreUser: vi.fn(async (): Promise<Restored | undefined> => undefined),
  beginAnew: vi.fn(async () => {}),
  beginNewCopy: vi.fn(async () => {}),
  beginAfterLoss: vi.fn(async () => {}),
}));
vi.mock('@/lib/app/recover', () => ({ ...world, diagnose: async () => world.found }));
vi.mock('@/lib/app/check-copy', () => ({
  beginNewCopy: world.beginNewCopy,
  beginAfterLoss: world.beginAfterLoss,
  checkCopy: () => world.checkCopy(),
}));

const reload = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  sessionStorage.clear();
  localStorage.clear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
});
afterEach(() => vi.restoreAllMocks());

async function open(found: Diagnosis): Promise<string> {
  world.found = found;
  render(<RecoveryScreen detail="UnknownError: no" />);
  return (await screen.findByRole('alert')).textContent ?? '';
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a page that can’t read its databases', () => {
  it('says what the second copy holds, and restores it when the user says so', async () => {
    world.restoreUser.mockResolvedValueOnce(HOLDS);
    const words = await open({ kind: 'user', detail: 'UnknownError: no', holds: HOLDS });
    expect(words).toMatch(/can be read: 12 marked papers, 2 topics and 1 setting, as of \d\d:\d\d\./);
    expect(world.restoreUser).not.toHaveBeenCalled();
    press('Restore from the second copy');
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    render(<CopyCheck />);
    expect((await screen.findByText('What you made was restored.')).parentElement?.textContent).toContain('12 marked');
  });

  it('that could be read meanwhile speaks in one live region', async () => {
    sessionStorage.clear();
    await open({ kind: 'fine' });
    expect(document.querySelectorAll('[role=alert] [role=status]')).toHaveLength(0);
  });

  it('deletes nothing where no copy is whole, but when the user says so', async () => {
    const words = await open({ kind: 'user', detail: 'UnknownError: no', holds: undefined });
    expect(words).toContain('no second copy of it is whole');
    expect(world.beginAnew).not.toHaveBeenCalled();
    press('Delete it and begin anew');
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(world.beginAnew).toHaveBeenCalledTimes(1);
  });

  it('tells of a copy that a later version made, what to do, and that it stays', async () => {
    const words = await open({ kind: 'user', detail: 'UnknownError: no', holds: 'later' });
    expect(words).toContain(
      'written by a later version of Daily Papers, which this one can’t read: update the extension',
    );
    expect(words).not.toContain('no second copy');
    expect(words).toContain('There is a second copy beside it, written by a later version');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Try again',
      'Begin anew, keep the copy',
    ]);
    expect(world.beginAnew).not.toHaveBeenCalled();
    press('Begin anew, keep the copy');
    await waitFor(() => expect(world.beginAnew).toHaveBeenCalledTimes(1));
  });

  it.each(['silent', 'refused'] as const)('offers nothing of a copy that a later version made (%s)', async (kind) => {
    const words = await open({ kind, detail: 'UnknownError: no', holds: 'later' });
    expect(words).toMatch(/here is a second copy, written by a later version .* update the extension\./);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Try again']);
  });

  it('fetches damaged papers again by itself, once, and does not go round for ever', async () => {
    await open({ kind: 'feed', detail: 'UnknownError: no' });
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(world.fetchAnew).toHaveBeenCalledTimes(1);
    // The same page, loaded anew, finds the same.
    document.body.replaceChildren();
    await open({ kind: 'feed', detail: 'UnknownError: no' });
    expect(world.fetchAnew).toHaveBeenCalledTimes(1);
    press('Delete and fetch them again');
    await waitFor(() => expect(world.fetchAnew).toHaveBeenCalledTimes(2));
  });

  it('says afterwards that papers were deleted, beside what became of the rest, until it is closed', async () => {
    localStorage.setItem('copy-notice', JSON.stringify({ kind: 'restored', restored: HOLDS }));
    await open({ kind: 'feed', detail: 'UnknownError: no' });
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    document.body.replaceChildren();
    render(<CopyCheck />);
    const note = await screen.findByText('The stored papers could not be read and were deleted.');
    expect(screen.getByText('What you made was restored.')).toBeTruthy();
    fireEvent.click(within(note.closest('.copy-note') as HTMLElement).getByRole('button', { name: 'OK' }));
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
    expect(localStorage.getItem('papers-notice')).toBeNull();
    expect(localStorage.getItem('copy-notice')).not.toBeNull();
  });

  it('says nothing of papers where another page had them fetched before', async () => {
    world.fetchAnew.mockResolvedValueOnce(false);
    await open({ kind: 'feed', detail: 'UnknownError: no' });
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(localStorage.getItem('papers-notice')).toBeNull();
  });

  it.each([
    ['silent-feed', ['Try again', 'Delete and fetch them again']],
    ['silent', ['Try again', 'Restore from the second copy']],
  ] as const)('deletes nothing by itself where the browser only does not answer (%s)', async (kind, buttons) => {
    const words = await open({ kind, detail: 'no answer', holds: HOLDS } as Diagnosis);
    expect(words).toContain('nothing was changed');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons);
    expect(world.fetchAnew).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('loads itself anew once where all is well by now, and tells of a second time', async () => {
    world.found = { kind: 'fine' };
    const first = render(<RecoveryScreen detail="UnknownError: no" />);
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    first.unmount();
    expect(await open({ kind: 'fine' })).toContain('The browser says: UnknownError: no');
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('says where the browser refuses every database, and that what the user made is in the copy', async () => {
    const words = await open({ kind: 'refused', detail: 'UnknownError: no', holds: HOLDS });
    expect(words).toContain('refuses to store or read');
    expect(words).toContain('It is brought back as soon as the browser opens a database again.');
  });

  it('says that a remedy did not work, and can be asked again', async () => {
    world.restoreUser.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await open({ kind: 'user', detail: 'UnknownError: no', holds: HOLDS });
    press('Restore from the second copy');
    expect(await screen.findByText(/^That did not work \(QuotaExceededError: full\)/)).toBeTruthy();
    expect(reload).not.toHaveBeenCalled();
    press('Restore from the second copy');
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  });

  it('has no fault that axe knows', async () => {
    await open({ kind: 'user', detail: 'UnknownError: no', holds: HOLDS });
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('what a start of a page had to restore', () => {
  it('is told until it is closed, in the next page too', async () => {
    world.check = { kind: 'restored', restored: HOLDS };
    const first = render(<CopyCheck />);
    expect((await screen.findByRole('alert')).textContent).toContain('12 marked papers, 2 topics and 1 setting');
    first.unmount();
    world.check = { kind: 'fine' };
    render(<CopyCheck />);
    press('OK');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    render(<CopyCheck />);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is told in the page that stands as well, where a click brought it to light', async () => {
    world.check = { kind: 'fine' };
    render(<CopyCheck />);
    await new Promise((resolve) => setTimeout(resolve, 20));
    act(() => writeNotice({ kind: 'restored', restored: HOLDS }));
    expect(screen.getByRole('alert').textContent).toContain('12 marked papers, 2 topics and 1 setting');
  });

  it.each<[string, Partial<Restored>, RegExp]>([
    ['is all of it where the database stands', {}, /as of \d\d:\d\d\. Nothing is missing\.$/],
    [
      'is not what could be undone where the database is another',
      { isNew: true },
      /as of \d\d:\d\d\. Nothing of that is missing, but what was done before can’t be undone any more\.$/,
    ],
    [
      'is told with what could be undone, also where not all came back',
      { isNew: true, isPartial: true },
      /some marks, topics or settings may be missing\. What was done before can’t be undone any more\.$/,
    ],
  ])('%s', (_what, rest, words) => {
    expect(toRestoredNotice({ ...HOLDS, ...rest }, Date.now()).detail).toMatch(words);
  });

  it('is the way out, in the popup too, whose first list is not of the databases', async () => {
    const checkCopy = vi.spyOn(world, 'checkCopy').mockRejectedValue(new DOMException('no', 'UnknownError'));
    world.found = { kind: 'user', detail: 'UnknownError: no', holds: HOLDS };
    render(<CopyCheck isBrief />);
    expect((await screen.findByRole('alert')).textContent).toContain('The database of what you made is damaged.');
    checkCopy.mockRestore();
  });

  it('is said where there is nothing whole to restore from; what stands there is deleted only when the user says so', async () => {
    world.check = { kind: 'lost' };
    const told: string[] = [];
    world.beginAfterLoss.mockImplementationOnce(async () => void told.push(...readNotices().map(({ kind }) => kind)));
    render(<CopyCheck />);
    expect((await screen.findByRole('alert')).textContent).toContain('can’t be found');
    // What is made from now on is copied once that is written down to be told.
    await waitFor(() => expect(told).toEqual(['lost']));
    expect(world.beginNewCopy).not.toHaveBeenCalled();
    press('Begin anew');
    await waitFor(() => expect(world.beginNewCopy).toHaveBeenCalledTimes(1));
  });
});
