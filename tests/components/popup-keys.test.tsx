import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userDb } from '@/lib/db/user-database';
import { heading, inPopup, openPopup, settle, titles, useCases, usePopupWorld } from './popup-world';
import { installBadge } from './real-actions';
import { seedDay, seedSetting } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

const focused = () => document.activeElement?.textContent;
const said = () => inPopup('.popup-done')?.textContent;
const press = (key: string, more: object = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => void (document.activeElement ?? document.body).dispatchEvent(event));
  return event;
};
const status = async (id: string | undefined) => (await userDb.statuses.get(id ?? '')) ?? {};

/** Opens the popup and waits until its keys are there. */
async function openWithKeys(): Promise<void> {
  await openPopup();
  await screen.findAllByRole('button', { name: 'Star' });
  await act(settle);
}

describe('the keys', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('j and k move the focus from card to card and stop at the ends', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openWithKeys();
    press('j');
    expect(focused()).toBe('One');
    press('j');
    press('j');
    expect(focused()).toBe('Two');
    press('k');
    press('k');
    expect(focused()).toBe('One');
  });

  it('o opens and closes the card, Esc closes it before the popup', async () => {
    await seedDay('2026-11-23', ['One']);
    await openWithKeys();
    press('j');
    press('o');
    expect(inPopup('.card.is-open')).toBeTruthy();
    expect(press('Escape').defaultPrevented).toBe(true);
    expect(inPopup('.card.is-open')).toBeNull();
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  it.each([
    ['s', 'starred'],
    ['l', 'later'],
    ['x', 'read'],
    ['d', 'dismissed'],
  ] as const)('%s sets the mark of the card, z takes it back', async (key, flag) => {
    const [paper] = await seedDay('2026-11-23', ['One', 'Two']);
    await openWithKeys();
    press('j');
    press(key);
    await waitFor(async () => expect(await status(paper?.id)).toMatchObject({ [flag]: { value: true } }));
    await waitFor(() => expect(said()).toContain('Undo'));
    press('z');
    await waitFor(async () => expect(await status(paper?.id)).toMatchObject({ [flag]: { value: false } }));
    await waitFor(() => expect(said()).toContain('Taken back:'));
  });

  it('that act do so once however long they are held; those that move go on', async () => {
    const papers = await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await openWithKeys();
    press('j');
    for (let i = 0; i < 3; i++) press('j', { repeat: true });
    expect(focused()).toBe('Three');
    for (const key of ['d', 'x', 's', 'l', 'o']) press(key, { repeat: true });
    await act(settle);
    expect(await userDb.statuses.count()).toBe(0);
    expect(inPopup('.card.is-open')).toBeNull();
    press('s');
    await waitFor(async () => expect(await status(papers[2]?.id)).toMatchObject({ starred: { value: true } }));
    press('z', { repeat: true });
    await act(settle);
    expect(await status(papers[2]?.id)).toMatchObject({ starred: { value: true } });
  });

  it.each([
    ['v', {}],
    ['O', { shiftKey: true }],
  ])('%s follows the first link behind this tab', async (key, more) => {
    const [paper] = await seedDay('2026-11-23', ['One']);
    await openWithKeys();
    press('j');
    press(key, more);
    const url = `https://huggingface.co/papers/${paper?.id}`;
    await waitFor(() =>
      expect(useCases.openPaperLink).toHaveBeenCalledWith(expect.objectContaining({ id: paper?.id }), url, {
        background: true,
      }),
    );
  });

  it('z takes back what an earlier popup did, and says so when there is nothing left', async () => {
    const [paper] = await seedDay('2026-11-23', ['One']);
    const { setFlag } = await import('@/lib/app/mark');
    if (paper) await setFlag(paper, 'starred', true);
    await openWithKeys();
    press('z');
    await waitFor(() => expect(said()).toContain('Taken back: starred “One”.'));
    press('z');
    await waitFor(() => expect(said()).toContain('There is nothing to undo.'));
  });

  it('the arrows step through the days', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Monday one']);
    await openWithKeys();
    press('ArrowLeft');
    await waitFor(() => expect(heading()).toBe('Sunday, Nov 22'));
    press('ArrowRight');
    await waitFor(() => expect(heading()).toBe('Monday, Nov 23'));
    expect(titles()).toEqual(['Monday one']);
  });

  it('? shows them all in a dialog, which takes no key for the list', async () => {
    await seedDay('2026-11-23', ['One']);
    await openWithKeys();
    press('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(dialog.querySelectorAll('kbd').length).toBeGreaterThan(14);
    fireEvent.keyDown(dialog, { key: 's' });
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await userDb.statuses.count()).toBe(0);
  });

  it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }])('do nothing with %j', async (more) => {
    await seedDay('2026-11-23', ['One']);
    await openWithKeys();
    press('j');
    expect(press('s', more).defaultPrevented).toBe(false);
    await act(settle);
    expect(await userDb.statuses.count()).toBe(0);
  });

  it('of one letter can be switched off at once, and nothing names them then', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openWithKeys();
    press('j');
    expect(focused()).toBe('One');
    await act(async () => {
      await seedSetting('letterKeys', false);
      await settle();
    });
    await waitFor(() => expect(document.querySelector('[aria-keyshortcuts="s"], [aria-keyshortcuts="/"]')).toBeNull());
    for (const key of ['j', 's', 'd', '?', '/']) expect(press(key).defaultPrevented).toBe(false);
    await act(settle);
    expect(focused()).toBe('One');
    expect(await userDb.statuses.count()).toBe(0);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Star' })[0]?.title).toBe('Star');
    fireEvent.click(screen.getByRole('tab', { name: /Starred/ }));
    await waitFor(() => expect(inPopup('.empty-detail')?.textContent).toBe('The star on a paper puts it here.'));
    fireEvent.click(screen.getByRole('button', { name: 'Lists' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Keys' }));
    expect((await screen.findByRole('dialog', { name: 'Keys' })).textContent).toContain('are switched off');
  });

  it('leave alone what is typed', async () => {
    await seedDay('2026-11-23', ['One']);
    await openWithKeys();
    press('/');
    const field = await screen.findByRole('textbox', { name: 'Search the last 14 days' });
    expect(document.activeElement).toBe(field);
    for (const key of ['s', 'j', '?', 'ArrowLeft']) expect(press(key).defaultPrevented).toBe(false);
    press('Escape');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(await userDb.statuses.count()).toBe(0);
  });
});
