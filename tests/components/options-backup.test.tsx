import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic } from '@/lib/app/save-topic';
import { toUtcDay } from '@/lib/core/days/day';
import type { Topic } from '@/lib/core/topics/topic';
import { feedDb } from '@/lib/db/feed-database';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { changeBackupState } from '@/lib/db/writes/backup-state';
import { applyRestore } from '@/lib/db/writes/restore';
import { DATA, PAPERS, toText } from '../unit/core/backup/sample';
import { chooseBackup, press } from './choose-backup';
import { openOptions } from './open-options';
import { permissions, resetWorld, setDownloads, world } from './options-world';
import { seedDay } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);
const saved = vi.hoisted(() => ({ byLink: vi.fn(), download: vi.fn() }));
vi.mock('@/lib/browser/save-file', () => ({ saveByLink: saved.byLink }));
vi.mock('@/lib/browser/downloads', () => ({
  saveDownload: saved.download,
  canSaveDownloads: () => true,
  isDownloadGone: async () => false,
  removeDownload: async () => undefined,
}));

vi.mock('@/lib/db/writes/restore', { spy: true });

beforeEach(async () => {
  await resetWorld();
  saved.byLink.mockReset();
  saved.download.mockReset().mockImplementation(async (path: string, text: string) => ({
    path: `/home/me/${path}`,
    bytes: text.length,
  }));
});

/** Keeps the bytes of a file back until `on()`; `asked()` waits until they are asked for. */
function holdBytes(file: File): { asked(): Promise<void>; on(): void } {
  const bytes = file.arrayBuffer();
  const ask = vi.fn<() => void>();
  let on = () => {};
  file.arrayBuffer = () =>
    new Promise((resolve) => {
      on = () => resolve(bytes);
      ask();
    });
  return { asked: () => vi.waitFor(() => expect(ask).toHaveBeenCalled()), on: () => on() };
}

describe('a backup by hand', () => {
  it('is handed to the browser where files may not be saved, and said to be so', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    await openOptions('#data');
    await screen.findByText('No backup was made here yet.');
    await press('Back up now');
    await screen.findByText(
      /^Handed to the browser as daily-papers-backup-[\d-]+\.json \(.*look into its downloads\.$/,
    );
    expect(JSON.parse(saved.byLink.mock.lastCall?.[1]).data.topics).toMatchObject([{ name: 'Agents' }]);
    await screen.findByText(/^Last backup: just now, [\d.]+ (bytes|kB), daily-papers-backup/);
    expect(saved.download).not.toHaveBeenCalled();
  });

  it('goes into its folder where they may, and says what went wrong and that nothing is lost', async () => {
    world.downloadsGranted = true;
    await openOptions('#data');
    await press('Back up now');
    await screen.findByText(/^Saved: \/home\/me\/Daily Papers\/daily-papers-backup-/);
    saved.download.mockRejectedValueOnce(new Error('There is no room left on the disk.'));
    await press('Back up now');
    await screen.findByText(/No backup was made .*no room left.*is safe in the browser; you can try again/);
  });
});

describe('a backup with the papers', () => {
  it('is made where the switch says so, which tells how many are stored and about how large they are', async () => {
    await seedDay('2026-11-24', ['Agents', 'Glaciers']);
    await openOptions('#data');
    const papers = await screen.findByRole('switch', { name: 'With the papers' });
    expect(papers.getAttribute('aria-checked')).toBe('false');
    const words = document.getElementById(papers.getAttribute('aria-describedby') ?? '');
    await waitFor(() =>
      expect(words?.textContent).toMatch(/^2 are stored, about [\d.]+ kB\. Left out, they are fetched again: /),
    );
    await press('Back up now');
    await screen.findByText(/^Handed to the browser/);
    expect(JSON.parse(saved.byLink.mock.lastCall?.[1]).data).not.toHaveProperty('papers');
    await act(async () => void fireEvent.click(papers));
    await press('Back up now');
    await screen.findByText(/^Handed to the browser as .* \([\d.]+ kB, with 2 papers\): look/);
    const made = JSON.parse(saved.byLink.mock.lastCall?.[1]).data.papers;
    expect(made).toMatchObject([
      { title: 'Agents', listings: [{ date: '2026-11-24', rank: 0 }] },
      { title: 'Glaciers' },
    ]);
  });

  it('shows what it would bring, brings it, and says that an undo leaves the papers', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS }));
    within(dialog).getByText('2 papers new.');
    within(dialog).getByText(/One undo takes all of it back but the papers and their places in the lists\.$/);
    expect(await feedDb.papers.count()).toBe(0);
    await press('Restore', dialog);
    await screen.findByText('A backup was restored (5 changes). 2 papers added, which an undo leaves here.');
    expect(await feedDb.papers.count()).toBe(2);
    await press('Undo');
    await screen.findByText('Taken back: a backup was restored (5 changes).');
    expect(await feedDb.papers.count()).toBe(2);
  });

  it('says that a large file is being read, and takes nothing for read before it is', async () => {
    await openOptions('#data');
    const input = (await screen.findByLabelText('Restore a backup…')) as HTMLInputElement;
    const file = new File([await toText({ ...DATA, papers: PAPERS })], 'large.json');
    const go = holdBytes(file);
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await act(async () => void fireEvent.change(input));
    await screen.findByText('Reading the file…');
    await act(go.asked);
    expect(screen.queryByRole('dialog')).toBeNull();
    await act(async () => go.on());
    await screen.findByRole('dialog');
    expect(screen.queryByText('Reading the file…')).toBeNull();
  });

  it('shows the file that was chosen last, though the one before is larger and read after it', async () => {
    await openOptions('#data');
    const input = (await screen.findByLabelText('Restore a backup…')) as HTMLInputElement;
    const [large, small] = [new File([await toText()], 'large.json'), new File([await toText()], 'small.json')];
    const go = holdBytes(large);
    Object.defineProperty(input, 'files', { value: [large], configurable: true });
    await act(async () => void fireEvent.change(input));
    await act(go.asked);
    Object.defineProperty(input, 'files', { value: [small], configurable: true });
    await act(async () => void fireEvent.change(input));
    within(await screen.findByRole('dialog')).getByText(/^small\.json, made/);
    expect(screen.queryByText('Reading the file…')).toBeNull();
    await act(async () => go.on());
    await act(async () => new Promise((resolve) => setTimeout(resolve, 300)));
    within(screen.getByRole('dialog')).getByText(/^small\.json, made/);
  });

  it('where all of it is here but for a moment of being shown says what would be noted', async () => {
    // Too old to be new: then an undo would have nothing to take back.
    const papers = PAPERS.map((paper) => ({ ...paper, dailyDate: '2025-03-03', listings: [] }));
    await openOptions('#data');
    await press('Restore', await chooseBackup(await toText({ ...DATA, papers })));
    await screen.findByText(/2 papers added/);
    await feedDb.seen.clear();
    const dialog = await chooseBackup(await toText({ ...DATA, papers }));
    within(dialog).getByText(
      'Everything in it is here already. What would change: it is noted when something was shown.',
    );
    await press('Restore', dialog);
    await screen.findByText('A backup was restored: only when papers were shown, or where they are listed, was new.');
    expect(await feedDb.seen.count()).toBe(1);
  });

  it('of papers alone offers no undo, and says what came until something else is to be said', async () => {
    await openOptions('#data');
    const papers = { statuses: [], topics: [], settings: [], papers: PAPERS };
    await press('Restore', await chooseBackup(await toText(papers)));
    await screen.findByText('A backup was restored: 2 papers added.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await press('Back up now');
    await screen.findByText(/^Handed to the browser/);
    const dialog = await chooseBackup(await toText(papers));
    within(dialog).getByText('2 papers here already.');
    within(dialog).getByText(/is here already, so nothing would change/);
  });

  it('brings the rest alone where the papers are not wanted, which a full disk may have room for', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS }));
    await act(async () => void fireEvent.click(within(dialog).getByRole('switch', { name: 'With the papers' })));
    within(dialog).getByText(/One undo takes all of it back\.$/);
    await press('Restore', dialog);
    await screen.findByText('A backup was restored (5 changes).');
    expect([await feedDb.papers.count(), await feedDb.seen.count(), await userDb.topics.count()]).toEqual([0, 0, 1]);
  });

  it('of papers alone has nothing to restore where they are not wanted', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ statuses: [], topics: [], settings: [], papers: PAPERS }));
    await act(async () => void fireEvent.click(within(dialog).getByRole('switch', { name: 'With the papers' })));
    expect(within(dialog).queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  it('says which papers are older than the user keeps them, and that they are left out', async () => {
    await saveSetting('keepDays', 90);
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS.slice(1) }));
    within(dialog).getByText('1 paper is older than the 90 days that papers are kept for, and left out.');
    await press('Restore', dialog);
    await screen.findByText('A backup was restored (5 changes).');
    const again = await chooseBackup(await toText({ ...DATA, papers: PAPERS.slice(1) }));
    within(again).getByText(/^But for papers that are left out, everything in it is here already, so nothing/);
    expect(within(again).queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  it('says how many papers that are here go by the setting of the backup', async () => {
    await seedDay('2025-03-03', ['Old', 'Older'], { readAt: 1 });
    await seedDay(toUtcDay(Date.now()), []);
    await openOptions('#data');
    const settings = [{ key: 'keepDays', value: 90, at: 9 }];
    const dialog = await chooseBackup(await toText({ ...DATA, settings }));
    within(dialog).getByText(
      'The backup keeps papers for 90 days: 2 older ones that are here will be deleted, and an undo does not bring them back.',
    );
  });

  it('of a browser that can’t open its papers are left out, and the rest is offered all the same', async () => {
    await openOptions('#data');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(feedDb.listings, 'toCollection').mockImplementation(() => {
      throw new Error('damaged');
    });
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS }));
    within(dialog).getByText(/^The papers stored in this browser can’t be opened, so those of the file are left out\./);
    expect(within(dialog).queryByRole('switch', { name: 'With the papers' })).toBeNull();
    await press('Restore', dialog);
    await screen.findByText('A backup was restored (5 changes).');
    vi.mocked(feedDb.listings.toCollection).mockRestore();
    expect([await feedDb.papers.count(), await userDb.topics.count()]).toEqual([0, 1]);
  });

  it('that finds the disk full says so, what to do, and that nothing was changed', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS }));
    vi.spyOn(feedDb.papers, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await press('Restore', dialog);
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /The disk is full: the papers of this backup have no room; .* without the papers\. Nothing was changed\.$/,
    );
    expect([await userDb.topics.count(), await feedDb.papers.count()]).toEqual([0, 0]);
  });
});

describe('restoring a backup', () => {
  it('shows what is new and what differs, with both values, and writes at the click; one undo takes it back', async () => {
    await saveSetting('theme', 'light');
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    within(dialog).getByText(/^old\.json, made .* by version 0\.1\.0$/);
    within(dialog).getByText('1 paper new, 1 paper the same.');
    within(dialog).getByText('1 topic new.');
    within(dialog).getByText('1 setting different, 1 setting the same.');
    const here = within(dialog).getByText(/^Here: *$|^Here:/);
    expect(here.textContent).toMatch(/^Here: Light, .* \(kept\)$/);
    expect(await readTopics()).toEqual([]);
    await press('Restore', dialog);
    await screen.findByText('A backup was restored (4 changes).');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await readTopics()).toMatchObject([{ name: 'Agents' }]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    await press('Undo');
    await screen.findByText('Taken back: a backup was restored (4 changes).');
    expect(await readTopics()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(await userDb.statuses.count()).toBe(0);
  });

  it('can be taken back once, right after it and after a look at another section, where it stands alone', async () => {
    await openOptions('#data');
    await press('Restore', await chooseBackup(await toText()));
    await screen.findByText('A backup was restored (5 changes).');
    // As long as a live query needs.
    await act(async () => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(screen.getAllByRole('button', { name: /^Undo/ })).toHaveLength(1);
    for (const section of ['#topics', '#appearance', '#schedule']) {
      location.hash = section;
      await waitFor(() => expect(screen.queryByRole('button', { name: 'Back up now' })).toBeNull());
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    }
    location.hash = '#data';
    const undo = await screen.findByRole('button', { name: 'Undo: A backup was restored (5 changes).' });
    await act(async () => void fireEvent.click(undo));
    await screen.findByText('Taken back: a backup was restored (5 changes).');
    expect(await readTopics()).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('says of a value that stays without being later that both are of one moment', async () => {
    await userDb.settings.put({ key: 'theme', value: 'light', at: 9 });
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    expect(within(dialog).getByText(/^Here:/).textContent).toMatch(/^Here: Light, .* \(kept, both of one moment\)$/);
  });

  it('does not say so of two values of no known time', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, settings: [{ key: 'keepDays', value: 365 }] }));
    const line = within(dialog).getByText('Keep papers').closest('li');
    expect(line?.textContent).toBe('Keep papersHere: the default (For ever)Backup: For a year (taken)');
  });

  it('shows new settings with what they would become and the default that holds here', async () => {
    await openOptions('#data');
    const settings = [{ key: 'keepDays', value: 365, at: Date.UTC(2024, 10, 25, 12) }];
    const dialog = await chooseBackup(await toText({ ...DATA, settings }));
    const line = within(dialog).getByText('Keep papers').closest('li');
    expect(line?.textContent).toMatch(
      /^Keep papersHere: the default \(For ever\)Backup: For a year, Nov 25, 2024, \d\d:00 \(taken\)$/,
    );
    expect(line?.closest('details')?.open).toBe(true);
    for (const what of ['New marked papers', 'New topics', 'New settings']) within(dialog).getByText(what);
  });

  it('opens at its beginning with the focus there, so that no key restores what was not read', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    expect(document.activeElement).toBe(within(dialog).getByRole('heading', { name: 'Restore a backup' }));
  });

  it('is not called off by closing the dialog while it writes, nor does its end close the next one', async () => {
    await openOptions('#data');
    const dialog = (await chooseBackup(await toText())) as HTMLDialogElement;
    const write = await vi.importActual<typeof import('@/lib/db/writes/restore')>('@/lib/db/writes/restore');
    let go = () => undefined as unknown;
    vi.mocked(applyRestore).mockImplementationOnce(async (...all) => {
      await new Promise((resolve) => (go = () => resolve(0)));
      return write.applyRestore(...all);
    });
    await press('Restore', dialog);
    expect(within(dialog).getByRole('button', { name: 'Cancel' }).getAttribute('aria-disabled')).toBe('true');
    await press('Cancel', dialog);
    expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false);
    // Some browsers close at the second Escape whatever a page says.
    await act(async () => void fireEvent(dialog, new Event('close')));
    expect(screen.getByRole('dialog')).toBe(dialog);
    const input = screen.getByLabelText('Restore a backup…') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File(['{'], 'next.json')], configurable: true });
    await act(async () => void fireEvent.change(input));
    await screen.findByText('next.json');
    await act(async () => void go());
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Agents' }]));
    await screen.findByText('A backup was restored (5 changes).');
    within(screen.getByRole('dialog')).getByText('next.json');
  });

  it('refuses what is none with the place, and offers nothing but to close', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup((await toText()).replace('"at":8', '"at":"8"'));
    expect(within(dialog).getByRole('alert').textContent).toMatch(
      /^Status 2: read\.at .* line 11, .* Nothing was changed\.$/,
    );
    expect(within(dialog).queryByRole('button', { name: 'Restore' })).toBeNull();
    await press('Close', dialog);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says beside the topics when there would be too many', async () => {
    await userDb.topics.bulkPut(
      Array.from({ length: 200 }, (_, i) => ({ ...DATA.topics[0], id: `${i}`, name: `${i}` }) as Topic),
    );
    await openOptions('#data');
    const note = within(await chooseBackup(await toText())).getByText(
      /^There would be 201 topics\. .* delete some then\.$/,
    );
    expect(note.parentElement?.querySelector('h3')?.textContent).toBe('Topics');
  });

  it('says that nothing would change where all of it is here', async () => {
    await userDb.topics.bulkPut(DATA.topics);
    await openOptions('#data');
    await press('Restore', await chooseBackup(await toText()));
    await screen.findByText(/^A backup was restored/);
    const dialog = await chooseBackup(await toText());
    within(dialog).getByText(/is here already, so nothing would change/);
    expect(within(dialog).queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  it('has a dialog without a fault that axe knows', async () => {
    await saveSetting('theme', 'light');
    await openOptions('#data');
    const { violations } = await axe.run(await chooseBackup(await toText()), {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('backups by themselves', () => {
  it('ask for the permission at the switch, save the first at once, and can be told how many to keep', async () => {
    await openOptions('#data');
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'Every day' })));
    await screen.findByText(/^Last backup: just now/);
    expect(saved.download).toHaveBeenCalledTimes(1);
    fireEvent.change(screen.getByLabelText('Backups to keep'), { target: { value: '3' } });
    await waitFor(async () => expect((await userDb.settings.get('backupKeep'))?.value).toBe(3));
  });

  it('say that they are not allowed, and the way on', async () => {
    world.answer = false;
    await openOptions('#data');
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'Every week' })));
    await screen.findByText(/does not let files be saved/);
    await screen.findByText('The browser did not allow it. You can ask again.');
    expect(saved.download).not.toHaveBeenCalled();
    world.answer = true;
    await press('Allow saving files');
    await screen.findByText(/^Last backup: just now/);
    expect(screen.queryByText(/does not let files be saved/)).toBeNull();
  });

  it('are switched on, and can be allowed below, where the browser does not take a key for a click', async () => {
    await openOptions('#data');
    const radio = screen.getByRole('radio', { name: 'Every day' });
    vi.spyOn(permissions, 'requestDownloadsPermission').mockRejectedValueOnce(new Error('not a user input handler'));
    await act(async () => void fireEvent.click(radio));
    await screen.findByText(/does not let files be saved/);
    expect((await userDb.settings.get('backupEvery'))?.value).toBe('daily');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Allow saving files');
    await screen.findByText(/^Last backup: just now/);
  });

  it('tell of a failure, with what is safe and what to do', async () => {
    await saveSetting('backupEvery', 'daily');
    const failure = { at: Date.now(), words: 'There is no room left on the disk.' };
    await changeBackupState((state) => ({ ...state, failure }));
    setDownloads(true);
    await openOptions('#data');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(
      /could not be saved\. There is no room left .* is safe .* press “Back up now”\.$/,
    );
    // Nothing is tried any more.
    await act(async () => void (await saveSetting('backupEvery', 'off')));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('tell of one that is not whole, and which file is', async () => {
    await userDb.topics.put({ id: 'x', name: 5 } as never);
    await saveSetting('backupEvery', 'daily');
    const at = Date.now() - 2 * 86_400_000;
    const whole = { number: 1, file: '/home/me/whole.json', at, checksum: '', leftOut: 0 };
    const slots = { profile: 'a', held: [whole], free: [], next: 2 };
    await changeBackupState((state) => ({ ...state, slots }));
    setDownloads(true);
    await openOptions('#data');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(
      /^Not whole\. 1 damaged row is not in the last backup\. Open Daily Papers again.* restore \/home\/me\/whole\.json: made 2 days ago with nothing left out/,
    );
    await userDb.topics.delete('x');
    await changeBackupState(({ lookedAt: _, ...state }) => state);
    const { backUpIfDue } = await import('@/lib/app/back-up');
    await act(backUpIfDue);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('are told of under the permissions, which can be taken back', async () => {
    setDownloads(true);
    await openOptions('#privacy');
    await act(
      async () => void fireEvent.click(await screen.findByRole('button', { name: 'Take it back: Save backups' })),
    );
    expect(world.downloadsGranted).toBe(false);
  });
});
