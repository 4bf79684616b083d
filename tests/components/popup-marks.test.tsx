import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import { toStoredStatus } from '@/lib/core/papers/status';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { showElement } from './fake-observers';
import { inPopup, openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { badges, installBadge } from './real-actions';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

const card = (title: string) => screen.getByRole('article', { name: title });
const said = () => inPopup('.popup-done')?.textContent;

/** Presses a button of the card with this title. */
async function press(title: string, name: string): Promise<void> {
  fireEvent.click(await within(card(title)).findByRole('button', { name }));
}

describe('marks', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('put a paper into Starred and Later, with counts, newest mark first', async () => {
    await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await openPopup();
    await waitFor(() => expect(tab(/Starred/).textContent).toBe('Starred0'));
    for (const title of ['One', 'Three']) {
      await press(title, 'Star');
      await waitFor(() => expect(said()).toContain(`Starred “${title}”.`));
      vi.setSystemTime(Date.now() + 1_000);
    }
    await press('Two', 'Read later');
    await waitFor(() => expect(tab(/Later/).textContent).toBe('Later1'));
    fireEvent.click(tab(/Starred/));
    await waitFor(() => expect(titles()).toEqual(['Three', 'One']));
    expect(card('Three').querySelector('.card-signs')?.textContent).toBe('Starred');
    fireEvent.click(tab(/Later/));
    await waitFor(() => expect(titles()).toEqual(['Two']));
  });

  it('leave their list at once when they are taken away, and come back by undo', async () => {
    await seedDay('2026-11-23', ['One']);
    await openPopup();
    await press('One', 'Star');
    await waitFor(() => expect(tab(/Starred/).textContent).toBe('Starred1'));
    fireEvent.click(tab(/Starred/));
    await waitFor(() => expect(titles()).toEqual(['One']));
    await press('One', 'Star');
    await waitFor(() => expect(inPopup('.empty')?.textContent).toContain('No paper has a star.'));
    await waitFor(() => expect(said()).toContain('Removed the star from “One”.'));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titles()).toEqual(['One']));
    await waitFor(() => expect(said()).toContain('Taken back: removed the star from “One”.'));
  });

  it('keep the title and the link of a paper the feed has lost', async () => {
    const [paper] = await seedDay('2026-11-23', ['One', 'Two']);
    await openPopup();
    await press('One', 'Star');
    await waitFor(() => expect(tab(/Starred/).textContent).toBe('Starred1'));
    await feedDb.papers.delete(paper?.id ?? '');
    fireEvent.click(tab(/Starred/));
    await waitFor(() => expect(titles()).toEqual(['One']));
    fireEvent.click(screen.getByRole('button', { name: 'One' }));
    expect(card('One').textContent).toContain('The feed does not hold this paper any more.');
    expect(within(card('One')).getByRole('link', { name: 'Hugging Face' })).toBeTruthy();
  });

  it('are seen at rest', async () => {
    await seedDay('2026-11-23', ['One']);
    await openPopup();
    await press('One', 'Star');
    await waitFor(() => expect(card('One').querySelector('.card-signs')?.textContent).toBe('Starred'));
    expect(within(card('One')).getByRole('button', { name: 'Star' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a dismissed paper', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('leaves All, New and its topics, and the focus goes to the next card', async () => {
    await seedDay('2026-11-23', ['Agents one', 'Agents two', 'Speech']);
    await seedTopic('Agents', 'agents');
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    await press('Agents one', 'Dismiss');
    await waitFor(() => expect(titles()).toEqual(['Agents two', 'Speech']));
    expect(document.activeElement?.textContent).toBe('Agents two');
    await waitFor(() => expect(tab(/New/).textContent).toBe('New1'));
    expect(tab(/All/).textContent).toBe('All2');
    expect(tab(/Agents/).textContent).toBe('Agents1');
    await waitFor(() => expect(badges.at(-1)).toBe('1'));
  });

  it('is told at the end of the day, which can show and hide it', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openPopup();
    await press('One', 'Dismiss');
    await waitFor(() => expect(inPopup('.popup-dismissed')?.textContent).toBe('1 dismissed · Show'));
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(titles()).toEqual(['Two', 'One']);
    expect(card('One').querySelector('.card-signs')?.textContent).toBe('Dismissed');
    fireEvent.click(screen.getByRole('button', { name: 'Hide' }));
    expect(titles()).toEqual(['Two']);
  });

  it('comes back by undo, new again', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openPopup();
    await press('One', 'Dismiss');
    await waitFor(() => expect(titles()).toEqual(['Two']));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titles()).toEqual(['One', 'Two']));
    expect(await feedDb.seen.count()).toBe(0);
  });

  it('leaves words where it was the last of its day', async () => {
    await seedDay('2026-11-23', ['One']);
    await openPopup();
    await press('One', 'Dismiss');
    await waitFor(() => expect(inPopup('.empty')?.textContent).toBe('You dismissed every paper of this day.'));
    expect(inPopup('.day-summary')?.textContent).toContain('Every paper is dismissed');
    expect(inPopup('.popup-dismissed')?.textContent).toBe('1 dismissed · Show');
    expect(document.activeElement).toBe(tab(/All/));
  });
});

describe('marking many', () => {
  usePopupWorld();
  beforeEach(installBadge);

  const readIds = async () => (await userDb.statuses.toArray()).filter(({ read }) => read?.value).length;

  it('marks the papers below as read, and takes all back at once', async () => {
    await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await openPopup();
    await press('One', 'More');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Mark those below as read' }));
    await waitFor(() => expect(said()).toContain('2 papers marked as read.'));
    expect(await readIds()).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(said()).toContain('Taken back: 2 papers marked as read.'));
    expect(await readIds()).toBe(0);
  });

  it('marks nothing around a paper that left the list while its menu was open', async () => {
    const papers = await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await openPopup();
    await press('Two', 'More');
    const below = screen.getByRole('menuitem', { name: 'Mark those below as read' });
    const { setFlag } = await import('@/lib/app/mark');
    await setFlag(papers[1] as Paper, 'dismissed', true);
    await waitFor(() => expect(titles()).toEqual(['One', 'Three']));
    fireEvent.click(below);
    // Marks in the same way and comes second: when it is done, the first would be.
    await press('One', 'More');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Mark those below as read' }));
    await waitFor(() => expect(said()).toContain('as read.'));
    expect(said()).toContain('Marked “Three” as read.');
    expect(await readIds()).toBe(1);
  });
});

describe('a list of many marks', () => {
  usePopupWorld();
  beforeEach(installBadge);
  const COUNT = 320;

  /** Paper 0 was starred last. */
  async function starMany(): Promise<void> {
    const papers = await seedDay(
      '2026-10-01',
      Array.from({ length: COUNT }, (_, i) => `Paper ${i}`),
    );
    const statuses = papers.map(({ id, title }, i) => ({ paperId: id, title, starred: { value: true, at: 1000 - i } }));
    await userDb.statuses.bulkPut(statuses.map(toStoredStatus));
    await openPopup();
    fireEvent.click(tab(/Starred/));
    await waitFor(() => expect(titles()).toHaveLength(150));
  }
  const end = () => inPopup('.popup-more') as HTMLElement;

  /** By its label: a look for its role asks for the styles of everything above each of a thousand buttons. */
  function pressLabel(label: string, within: string): void {
    fireEvent.click(inPopup(`${within} button[aria-label="${label}"]`) as HTMLElement);
  }

  async function chooseItem(words: string): Promise<void> {
    const menu = await waitFor(() => {
      const open = inPopup('[role="menu"]');
      expect(open).toBeTruthy();
      return open as HTMLElement;
    });
    fireEvent.click(within(menu).getByRole('menuitem', { name: words }));
  }

  it('is counted whole and loaded in pages as it is scrolled, in order and to its end', async () => {
    await starMany();
    expect(tab(/Starred/).textContent).toBe('Starred320');
    expect(inPopup('h2')?.textContent).toBe('Starred 320');
    await waitFor(() => expect(end().textContent).toBe('Show 150 more'));
    // Until its cards are there, the end is looked at by nobody.
    await act(settle);
    const read = vi.spyOn(feedDb.papers, 'bulkGet');
    act(() => {
      for (let i = 0; i < 5; i++) showElement(end(), 20);
    });
    await waitFor(() => expect(titles()).toHaveLength(300));
    expect(read.mock.calls.map(([ids]) => ids.length)).toEqual([300]);
    await act(settle);
    expect(titles()).toHaveLength(300);
    fireEvent.click(within(end()).getByRole('button'));
    await waitFor(() => expect(titles()).toEqual(Array.from({ length: COUNT }, (_, i) => `Paper ${i}`)));
    expect(inPopup('.popup-more')).toBeNull();
  });

  it('is marked as read to its end, also what is not loaded', async () => {
    await starMany();
    await waitFor(() => expect(inPopup('button[aria-label="Lists"]')).toBeTruthy());
    pressLabel('Lists', '.popup');
    await chooseItem('Mark all 320 papers as read');
    await waitFor(() => expect(said()).toContain('320 papers marked as read.'));
    expect((await userDb.statuses.toArray()).filter(({ read }) => read?.value)).toHaveLength(COUNT);
  });

  it('is marked as read below a paper, also what is not loaded', async () => {
    await starMany();
    // What the card can do is loaded by itself.
    await waitFor(() => expect(inPopup('[data-paper] .card-tools')).toBeTruthy());
    pressLabel('More', '[data-paper]:nth-of-type(101)');
    await chooseItem('Mark those below as read');
    await waitFor(() => expect(said()).toContain('219 papers marked as read.'));
  });
});
