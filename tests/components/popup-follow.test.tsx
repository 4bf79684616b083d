import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { readTopics } from '@/lib/db/queries/user';
import { inPopup, openPopup, settle, tab, usePopupWorld } from './popup-world';
import { installBadge } from './real-actions';
import { seedDay } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

const card = () => screen.getByRole('article', { name: 'One' });
const said = () => inPopup('.popup-done')?.textContent;

/** The menu of the card, with what can be followed first. */
async function openMenu(): Promise<(string | null)[]> {
  fireEvent.click(await within(card()).findByRole('button', { name: 'More' }));
  return screen.getAllByRole('menuitem').map((item) => item.textContent);
}

describe('the menu of an open card', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('follows an author, the organisation or a keyword, where it is, with a way back', async () => {
    const [paper] = await seedDay('2026-11-23', ['One', 'Two']);
    await feedDb.papers.update(paper?.id ?? '', { keywords: ['world models', 'planning', 'agents'] });
    await openPopup();
    expect((await openMenu()).filter((words) => words?.startsWith('Follow'))).toEqual([]);
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'One' }));
    expect((await openMenu()).filter((words) => words?.startsWith('Follow'))).toEqual([
      'Follow Ines Okafor',
      'Follow Daniel Brandt',
      'Follow Northfield Lab',
      'Follow world models',
      'Follow planning',
    ]);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Follow Northfield Lab' }));
    await waitFor(() => expect(said()).toContain('You follow “Northfield Lab” now'));
    expect(await readTopics()).toMatchObject([{ name: 'Northfield Lab', query: 'org:"Northfield Lab"', badge: true }]);
    await waitFor(() => expect(tab(/Northfield Lab/).getAttribute('aria-selected')).toBe('false'));
    expect(card().className).toContain('is-open');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await readTopics()).toEqual([]));
  });

  it('follows what is followed already no second time', async () => {
    await seedDay('2026-11-23', ['One']);
    await openPopup();
    fireEvent.click(screen.getByRole('button', { name: 'One' }));
    for (const words of ['now', 'already']) {
      await openMenu();
      fireEvent.click(screen.getByRole('menuitem', { name: 'Follow Ines Okafor' }));
      await waitFor(() => expect(said()).toContain(`You follow “Ines Okafor” ${words}`));
      fireEvent.click(screen.getByRole('button', { name: 'Close this message' }));
      await act(settle);
    }
    expect(await readTopics()).toHaveLength(1);
  });
});
