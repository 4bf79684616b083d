import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refreshBadge } from '@/lib/app/refresh-badge';
import { userDb } from '@/lib/db/user-database';
import { inPopup, openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { badges, installBadge } from './real-actions';
import { seedDay, seedSeen, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

const sum = () => inPopup('.badge-sum')?.textContent;
const part = (name: RegExp) =>
  within(screen.getByRole('group', { name: 'The number on the badge' })).getByRole('button', { name });

describe('the sum behind the badge', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('equals the badge, and each part leads to exactly its papers', async () => {
    await seedDay('2026-11-19', ['Speech in noise']);
    await seedDay('2026-11-23', ['Agents that talk', 'Agents at speech', 'Poetry']);
    await seedTopic('Agents', 'agents');
    await seedTopic('Speech', 'speech');
    await seedTopic('Nothing', 'glaciers');
    await seedTopic('Off the badge', 'poetry', { badge: false });
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New3'));
    fireEvent.click(tab(/New/));
    await waitFor(() => expect(sum()).toBe('3 on the badge=Agents 2+Speech 2−1 counted twice'));
    await refreshBadge();
    expect(badges.at(-1)).toBe('3');
    fireEvent.click(part(/Speech/));
    expect(titles()).toEqual(['Agents at speech', 'Speech in noise']);
    expect(part(/Speech/).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(part(/counted twice/));
    expect(titles()).toEqual(['Agents at speech']);
    fireEvent.click(part(/Show all/));
    expect(titles()).toHaveLength(3);
  });

  it('follows the badge while papers are seen, and keeps the papers of the chosen part in sight', async () => {
    const papers = await seedDay('2026-11-23', ['Agents one', 'Agents two']);
    await seedTopic('Agents', 'agents');
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    fireEvent.click(tab(/New/));
    await waitFor(() => expect(sum()).toBe('2 on the badge=Agents 2'));
    fireEvent.click(part(/Agents/));
    await act(async () => {
      await seedSeen(papers.slice(0, 1));
      await settle();
    });
    expect(sum()).toBe('1 on the badgeShow all=Agents 1');
    expect(titles().toSorted()).toEqual(['Agents one', 'Agents two']);
  });
});

describe('the menu of a list', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('marks all of it as read, with one undo for the whole', async () => {
    await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await openPopup();
    fireEvent.click(await screen.findByRole('button', { name: 'Lists' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Mark 3 papers as read' }));
    await waitFor(() => expect(inPopup('.popup-done')?.textContent).toContain('3 papers marked as read.'));
    expect((await userDb.statuses.toArray()).every(({ read }) => read?.value)).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(inPopup('.popup-done')?.textContent).toContain('Taken back'));
    expect((await userDb.statuses.toArray()).some(({ read }) => read?.value)).toBe(false);
  });

  it('leads to Later and Starred, which stand out of sight behind many topics', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    for (let i = 0; i < 12; i++) await seedTopic(`Topic ${i}`, 'nothing');
    await openPopup();
    fireEvent.click((await screen.findAllByRole('button', { name: 'Star' }))[0] as HTMLElement);
    await waitFor(() => expect(tab(/Starred/).textContent).toBe('Starred1'));
    for (const [words, name] of [
      ['Go to Starred (1)', /Starred/],
      ['Go to Later (0)', /Later/],
    ] as const) {
      const button = screen.getByRole('button', { name: 'Lists' });
      button.focus();
      fireEvent.click(button);
      fireEvent.click(screen.getByRole('menuitem', { name: words }));
      await waitFor(() => expect(tab(name).getAttribute('aria-selected')).toBe('true'));
      expect(document.activeElement).toBe(tab(name));
    }
  });

  it('shows the keys', async () => {
    await seedDay('2026-11-23', ['One']);
    await openPopup();
    fireEvent.click(await screen.findByRole('button', { name: 'Lists' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Keys' }));
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
  });
});
