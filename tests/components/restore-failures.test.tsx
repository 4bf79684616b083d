import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokenOffError } from '@/lib/app/broken-off';
import { saveSetting } from '@/lib/app/save-setting';
import { updateTopic } from '@/lib/app/save-topic';
import { undoGroup, undoLast } from '@/lib/app/undo';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { applyRestore } from '@/lib/db/writes/restore';
import { takeOutPapers } from '@/lib/db/writes/restore-papers';
import { DATA, PAPERS, toText } from '../unit/core/backup/sample';
import { chooseBackup, press } from './choose-backup';
import { openOptions } from './open-options';
import { resetWorld } from './options-world';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);
vi.mock('@/lib/db/writes/restore', { spy: true });
vi.mock('@/lib/db/writes/restore-papers', { spy: true });
vi.mock('@/lib/app/undo', { spy: true });

beforeEach(async () => {
  vi.clearAllMocks();
  await resetWorld();
});

const refuseOnce = (error: Error = new DOMException('no room', 'QuotaExceededError')) =>
  vi.mocked(applyRestore).mockRejectedValueOnce(error);

/** Keeps the next restore back until the returned function is called, which has it fail. */
function holdRefusal(error: Error = new DOMException('no room', 'QuotaExceededError')): () => Promise<void> {
  let refuse = () => undefined as unknown;
  vi.mocked(applyRestore).mockImplementationOnce(() => new Promise((_, reject) => (refuse = () => reject(error))));
  return () => act(async () => void refuse());
}

/** Keeps the next undo back until the returned function is called. */
async function holdUndo(name: 'undoGroup' | 'undoLast'): Promise<() => void> {
  const real = await vi.importActual<typeof import('@/lib/app/undo')>('@/lib/app/undo');
  let go = () => undefined as unknown;
  const held = new Promise((resolve) => (go = () => resolve(0)));
  vi.mocked(name === 'undoGroup' ? undoGroup : undoLast).mockImplementationOnce(async (what: string) => {
    await held;
    return real[name](what as never);
  });
  return () => void go();
}

describe('a restore that fails', () => {
  it('says so in its dialog, which stays with the focus where it was, and can be tried again', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    refuseOnce();
    within(dialog).getByRole('button', { name: 'Restore' }).focus();
    await press('Restore', dialog);
    const alert = await within(dialog).findByRole('alert');
    expect(alert.textContent).toMatch(/^Not restored\. The disk is full: .*try again\. Nothing was changed\.$/);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    const again = within(dialog).getByRole('button', { name: 'Restore' });
    expect(document.activeElement).toBe(again);
    expect(again.hasAttribute('aria-disabled')).toBe(false);
    await press('Restore', dialog);
    await screen.findByText('A backup was restored (5 changes).');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await readTopics()).toMatchObject([{ name: 'Agents' }]);
  });

  it('can be left, and nothing more is said of it', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    refuseOnce();
    await press('Restore', dialog);
    await within(dialog).findByRole('alert');
    await press('Cancel', dialog);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await userDb.topics.count()).toBe(0);
  });

  it('that was broken off says what to do, does not say that nothing was changed, and offers no second try', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    refuseOnce(new BrokenOffError());
    await press('Restore', dialog);
    expect((await within(dialog).findByRole('alert')).textContent).toBe(
      'Broken off: the browser ended it. Choose the file again: it shows what of it is here by now.',
    );
    expect(within(dialog).queryByRole('button', { name: 'Restore' })).toBeNull();
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Close' }));
  });

  it('is told in its dialog though the browser has closed that meanwhile, as it does at a second Escape', async () => {
    await openOptions('#data');
    const dialog = (await chooseBackup(await toText())) as HTMLDialogElement;
    const refuse = holdRefusal();
    await press('Restore', dialog);
    await vi.waitFor(() => expect(applyRestore).toHaveBeenCalled());
    await act(async () => dialog.close());
    expect(dialog.open).toBe(true);
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Restoring…' }));
    await refuse();
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/^Not restored\. The disk is full: /);
    await act(async () => dialog.close());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('with the papers stays one with them: what it restores can’t be chosen anew while it is at it', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS }));
    const refuse = holdRefusal();
    const papers = () => within(dialog).getByRole('switch', { name: 'With the papers' }) as HTMLInputElement;
    expect(papers().disabled).toBe(false);
    await press('Restore', dialog);
    await vi.waitFor(() => expect(applyRestore).toHaveBeenCalled());
    expect(papers().disabled).toBe(true);
    await refuse();
    await within(dialog).findByRole('alert');
    expect(papers().disabled).toBe(false);
  });

  it('is told on the page where its dialog has given way to another one', async () => {
    await openOptions('#data');
    const dialog = await chooseBackup(await toText());
    const refuse = holdRefusal();
    await press('Restore', dialog);
    await chooseBackup('{', 'next.json');
    await screen.findByText('next.json');
    await refuse();
    await screen.findByText(/^Not restored\. The disk is full: .* try again\. Nothing was changed\.$/);
    within(screen.getByRole('dialog')).getByText('next.json');
  });

  it('is told on the page where its section was left, and of one that was broken off not that nothing was changed', async () => {
    await openOptions('#data');
    const refuse = holdRefusal(new BrokenOffError());
    await press('Restore', await chooseBackup(await toText()));
    await vi.waitFor(() => expect(applyRestore).toHaveBeenCalled());
    await act(async () => {
      location.hash = '#appearance';
    });
    await screen.findByRole('radio', { name: 'Dark' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await refuse();
    await screen.findByText(
      'Broken off: the browser ended it. Choose the file again: it shows what of it is here by now.',
    );
  });

  it('and can’t take its papers out again says that they may be here', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await openOptions('#data');
    const dialog = await chooseBackup(await toText({ ...DATA, papers: PAPERS }));
    refuseOnce();
    vi.mocked(takeOutPapers).mockRejectedValueOnce(new Error('no'));
    await press('Restore', dialog);
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(
      /^Not restored\. The disk is full: .*\. Papers of the backup may be here all the same; nothing you made was changed\.$/,
    );
  });
});

describe('what could not be saved', () => {
  it('is no longer said once something else is tried', async () => {
    await openOptions('#appearance');
    vi.spyOn(userDb.settings, 'put').mockRejectedValueOnce(new DOMException('No room.', 'QuotaExceededError'));
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'Dark' })));
    const alert = await screen.findByText(/^That could not be saved/);
    expect(alert.textContent).toMatch(/\(QuotaExceededError: No room\)\. Nothing was changed\./);
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'Light' })));
    await waitFor(async () => expect((await userDb.settings.get('theme'))?.value).toBe('light'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('an undo', () => {
  const restored = async () => {
    await openOptions('#data');
    await press('Restore', await chooseBackup(await toText()));
    await screen.findByText(/^A backup was restored/);
  };

  it('of two clicks tells what the first one took back', async () => {
    await restored();
    await updateTopic(DATA.topics[0]?.id ?? '', { query: 'other words' });
    const undo = screen.getByRole('button', { name: 'Undo' });
    await act(async () => {
      fireEvent.click(undo);
      fireEvent.click(undo);
    });
    await screen.findByText(/^Taken back/);
    expect(undoGroup).toHaveBeenCalledTimes(1);
  });

  it('of a restore says at once that it is at it, and can’t be asked for again', async () => {
    await restored();
    const go = await holdUndo('undoGroup');
    await press('Undo');
    await screen.findByText('Taking back…');
    for (const name of ['Undo', 'Close this message'])
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    await act(async () => go());
    await screen.findByText('Taken back: a backup was restored (5 changes).');
    expect(document.activeElement?.textContent).toMatch(/^Taken back/);
  });

  it('of a restore that fails leaves the way back', async () => {
    await restored();
    vi.mocked(undoGroup).mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
    await press('Undo');
    await screen.findByText(/^That could not be saved/);
    screen.getByText('A backup was restored (5 changes).');
    await press('Undo');
    await screen.findByText(/^Taken back/);
  });

  it('of the last change says so too, and takes back one change at two clicks', async () => {
    await saveSetting('theme', 'dark');
    await saveSetting('density', 'compact');
    await openOptions('#appearance');
    const undo = await screen.findByRole('button', { name: /^Undo: / });
    const go = await holdUndo('undoLast');
    await act(async () => {
      fireEvent.click(undo);
      fireEvent.click(undo);
    });
    await screen.findByText('Taking back…');
    expect(undo.getAttribute('aria-disabled')).toBe('true');
    await act(async () => go());
    await waitFor(async () => expect((await userDb.settings.get('density'))?.value).toBeUndefined());
    await screen.findByText(/^Taken back/);
    expect(undoLast).toHaveBeenCalledTimes(1);
    expect((await userDb.settings.get('theme'))?.value).toBe('dark');
  });
});
