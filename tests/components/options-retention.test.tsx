import { act, configure, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countTooOld, pruneByAge } from '@/lib/app/prune-by-age';
import { saveSetting } from '@/lib/app/save-setting';
import { withLock } from '@/lib/browser/locks';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { formatPaperDate } from '@/lib/core/days/format';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../harness/fake-locks';
import { openOptions } from './open-options';
import { resetWorld } from './options-world';
import { seedDay, seedMeta } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/prune-by-age', { spy: true });
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

const TODAY = toUtcDay(Date.now());
const LONG_AGO = { readAt: Date.now() - 20 * 86_400_000 };

const titles = async () => (await feedDb.papers.toArray()).map(({ title }) => title).sort();
const stored = async () => (await userDb.settings.get('keepDays'))?.value;
const select = async () => (await screen.findByLabelText('Keep papers')) as HTMLSelectElement;
const choose = async (value: string) => {
  const box = await select();
  await act(async () => void fireEvent.change(box, { target: { value } }));
};
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(async () => {
  vi.clearAllMocks();
  vi.mocked(pruneByAge).mockReset();
  await resetWorld();
  installFakeLocks();
  await seedDay(addDays(TODAY, -800), ['Oldest'], LONG_AGO);
  await seedDay(addDays(TODAY, -100), ['Old', 'Old too'], LONG_AGO);
  await seedDay(addDays(TODAY, -10), ['Young'], LONG_AGO);
});

describe('how long papers are kept', () => {
  it('is asked about with a number before any goes, at each value that is gone past; then they go', async () => {
    await openOptions('#data');
    await choose('730');
    await screen.findByText(/^1 paper older than .* will be deleted\. Nothing is deleted before you say so\.$/);
    await choose('90');
    const first = formatPaperDate(addDays(TODAY, -90), TODAY);
    await screen.findByText(`3 papers older than ${first} will be deleted. Nothing is deleted before you say so.`);
    expect([await titles(), await stored()]).toEqual([['Old', 'Old too', 'Oldest', 'Young'], undefined]);
    await press('Delete them');
    await screen.findByText(/^Last deleted .*: 3 papers up to .*, for their age\.$/);
    expect([await titles(), await stored()]).toEqual([['Young'], 90]);
    expect(screen.queryByText(/Nothing is deleted before/)).toBeNull();
    expect(document.activeElement?.getAttribute('role')).toBe('status');
  });

  it('says that the papers are being deleted while they are, and then that they were', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByRole('button', { name: 'Delete them' });
    let go = () => undefined as unknown;
    const held = new Promise((resolve) => (go = () => resolve(0)));
    const { pruneByAge: prune } =
      await vi.importActual<typeof import('@/lib/app/prune-by-age')>('@/lib/app/prune-by-age');
    // Without it for the deletion that a page begins by itself at its opening.
    vi.mocked(pruneByAge).mockImplementation(async (onHeld): Promise<void> => {
      if (onHeld) await held;
      return prune(onHeld);
    });
    const button = screen.getByRole('button', { name: 'Delete them' });
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    expect((await screen.findByText('Deleting…')).getAttribute('role')).toBe('status');
    expect(screen.queryByRole('button', { name: 'Delete them' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Leave it as it was' })).toBeNull();
    expect((await select()).value).toBe('90');
    await act(async () => void go());
    await screen.findByText('The older papers were deleted.');
    expect(screen.queryByText('Deleting…')).toBeNull();
    expect(vi.mocked(pruneByAge).mock.calls.filter(([onHeld]) => onHeld)).toHaveLength(1);
  });

  it('says of a deletion that fails that the choice is saved, and not that nothing was changed', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByRole('button', { name: 'Delete them' });
    // Without the deletion that a page begins by itself at its opening.
    vi.mocked(pruneByAge).mockImplementation(async (onHeld): Promise<void> => {
      if (onHeld) throw new DOMException('no', 'UnknownError');
    });
    await press('Delete them');
    const said = await screen.findByText(/^The choice is saved\. Not all older papers could be deleted/);
    expect(said.textContent).toContain('(UnknownError: no): the rest goes by itself later.');
    expect(said.getAttribute('role')).toBe('status');
    expect(screen.queryByText(/could not be saved/)).toBeNull();
    await waitFor(async () => expect([(await select()).value, await stored()]).toEqual(['90', 90]));
  });

  it('says of a choice that can’t be stored that nothing was changed, and deletes nothing', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByRole('button', { name: 'Delete them' });
    vi.spyOn(userDb.settings, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await press('Delete them');
    await screen.findByText(/^That could not be saved/);
    expect([(await select()).value, await titles()]).toEqual(['0', ['Old', 'Old too', 'Oldest', 'Young']]);
    vi.mocked(userDb.settings.put).mockRestore();
  });

  it('takes the question back, and says why, where another page has chosen what leaves nothing to ask', async () => {
    await openOptions('#data');
    await choose('365');
    (await screen.findByRole('button', { name: 'Delete it' })).focus();
    await act(async () => void (await saveSetting('keepDays', 180)));
    await screen.findByText('This was changed elsewhere meanwhile.');
    expect(screen.queryByRole('button', { name: 'Delete it' })).toBeNull();
    expect((await select()).value).toBe('180');
    expect(document.activeElement?.getAttribute('role')).toBe('status');
    await choose('90');
    await screen.findByText(/^3 papers older than/);
    expect(screen.queryByText(/^This was changed elsewhere/)).toBeNull();
  });

  it('takes the question back where it can’t be counted again, and does not say that it was changed', async () => {
    await openOptions('#data');
    await choose('365');
    await screen.findByRole('button', { name: 'Delete it' });
    vi.mocked(countTooOld).mockRejectedValueOnce(new DOMException('no', 'UnknownError'));
    await act(async () => void (await saveSetting('keepDays', 730)));
    await screen.findByText('The older papers could not be counted (UnknownError: no). Nothing was changed.');
    expect(screen.queryByRole('button', { name: 'Delete it' })).toBeNull();
    expect(screen.queryByText(/changed elsewhere/)).toBeNull();
  });

  it('asks with another number once another page has deleted some', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByText(/^3 papers older than/);
    await act(async () => {
      await saveSetting('keepDays', 730);
      await pruneByAge();
    });
    await screen.findByText(/^2 papers older than/);
    expect((await select()).value).toBe('90');
    await press('Leave it as it was');
    expect((await select()).value).toBe('730');
  });

  it('stays as it was where the user thinks better of it', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByRole('button', { name: 'Delete them' });
    await press('Leave it as it was');
    expect((await select()).value).toBe('0');
    expect(screen.queryByRole('button', { name: 'Delete them' })).toBeNull();
    expect([(await titles()).length, await stored()]).toEqual([4, undefined]);
  });

  it('is stored at once where none goes by it', async () => {
    await feedDb.papers.where('dailyDate').below(addDays(TODAY, -90)).delete();
    await feedDb.listings.where('date').below(addDays(TODAY, -90)).delete();
    await openOptions('#data');
    await choose('90');
    await waitFor(async () => expect(await stored()).toBe(90));
    expect(screen.queryByRole('button', { name: /^Delete (it|them)$/ })).toBeNull();
    await choose('0');
    await waitFor(async () => expect(await stored()).toBe(0));
    // In another page: what was chosen here is done with.
    await act(async () => void (await userDb.settings.put({ key: 'keepDays', value: 180 })));
    await waitFor(async () => expect((await select()).value).toBe('180'));
  });

  it('is not asked about by a count that ends when another value is chosen', async () => {
    await openOptions('#data');
    let go = () => {};
    vi.mocked(countTooOld).mockReturnValueOnce(new Promise((resolve) => (go = () => resolve(3))));
    await choose('90');
    await screen.findByText('Counting the older papers…');
    await choose('0');
    await waitFor(() => expect(screen.queryByText('Counting the older papers…')).toBeNull());
    await act(async () => go());
    expect(screen.queryByRole('button', { name: 'Delete them' })).toBeNull();
    expect((await select()).value).toBe('0');
  });

  it('shows what is stored where it can’t be stored', async () => {
    await feedDb.papers.where('dailyDate').below(addDays(TODAY, -90)).delete();
    await feedDb.listings.where('date').below(addDays(TODAY, -90)).delete();
    await openOptions('#data');
    vi.spyOn(userDb.settings, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    for (const value of ['90', '0']) await choose(value);
    await choose('90');
    await screen.findByText(/^That could not be saved/);
    await waitFor(async () => expect((await select()).value).toBe('0'));
    vi.restoreAllMocks();
    expect(screen.queryByText('Counting the older papers…')).toBeNull();
  });

  it('while the feed is being read takes effect right after, and says so', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByRole('button', { name: 'Delete them' });
    await withLock('sync', 'wait', async () => {
      await seedMeta('hold', { holder: 'another', since: Date.now() });
      await press('Delete them');
      await screen.findByText('The feed is being read. The older papers are deleted right after that.');
      expect(await titles()).toHaveLength(4);
    });
    await waitFor(async () => expect(await titles()).toEqual(['Young']));
    await waitFor(() => expect(screen.queryByText(/^The feed is being read/)).toBeNull());
  });

  it('lets another choice be answered while the deletion before it waits for a reading', async () => {
    await openOptions('#data');
    await choose('365');
    await screen.findByRole('button', { name: 'Delete it' });
    await withLock('sync', 'wait', async () => {
      await seedMeta('hold', { holder: 'another', since: Date.now() });
      await press('Delete it');
      await screen.findByText(/^The feed is being read/);
      await choose('90');
      await press((await screen.findByRole('button', { name: 'Delete them' })).textContent ?? '');
      await waitFor(async () => expect(await stored()).toBe(90));
      await screen.findByText(/^The feed is being read/);
      expect(screen.queryByRole('button', { name: 'Delete them' })).toBeNull();
    });
    await waitFor(async () => expect(await titles()).toEqual(['Young']));
    await screen.findByText('The older papers were deleted.');
  });

  it('does not say that papers are deleted after a reading once they are to be kept', async () => {
    await openOptions('#data');
    await choose('90');
    await screen.findByRole('button', { name: 'Delete them' });
    await withLock('sync', 'wait', async () => {
      await seedMeta('hold', { holder: 'another', since: Date.now() });
      await press('Delete them');
      await screen.findByText(/^The feed is being read/);
      await choose('0');
      await waitFor(() => expect(screen.queryByText(/^The feed is being read/)).toBeNull());
      await waitFor(async () => expect(await stored()).toBe(0));
    });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await titles()).toHaveLength(4);
  });
});
