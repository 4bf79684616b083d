import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { inPopup, openPopup, settle, tab, titles, useCases, usePopupWorld } from './popup-world';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

/** As an alert leads here that told of what came from 200 to 300. */
async function openTold(hash = '#told=200-300'): Promise<void> {
  location.hash = hash;
  await openPopup();
}

async function seedAt(day: string, firstSeenAt: number, ...names: string[]): Promise<Paper[]> {
  const papers = await seedDay(day, names);
  await feedDb.papers.bulkPut(papers.map((paper) => ({ ...paper, firstSeenAt })));
  return papers;
}

const bar = () => inPopup('.badge-sum')?.textContent;

describe('the popup an alert leads to', () => {
  usePopupWorld();
  beforeEach(async () => {
    await seedAt('2026-11-23', 250, 'Video tonight', 'Speech tonight');
    await seedAt('2026-11-20', 200, 'Video on Friday', 'Agents on Friday');
    await seedAt('2026-11-19', 199, 'Video before', 'Agents before');
  });
  afterEach(() => {
    location.hash = '';
  });

  it('holds its papers, of all days, though their topic is off the badge', async () => {
    await seedTopic('Video', 'video', { badge: false, notify: true });
    await seedTopic('Agents', 'agents');
    await openTold();
    await waitFor(() => expect(titles()).toEqual(['Video tonight', 'Video on Friday']));
    expect(tab(/New/).getAttribute('aria-selected')).toBe('true');
    // The numbers go on counting what they count.
    expect(tab(/New/).textContent).toBe('New2');
    await waitFor(() => expect(bar()).toBe('2 papers that came with the alert Show all of New'));
    const all = screen.getByRole('button', { name: 'Show all of New' });
    all.focus();
    fireEvent.click(all);
    await waitFor(() => expect(titles()).toEqual(['Agents on Friday', 'Agents before']));
    await waitFor(() => expect(bar()).toContain('2 on the badge'));
    expect(document.activeElement?.textContent).toBe('Agents on Friday');
  });

  it('holds its papers where no topic is on the badge', async () => {
    await seedTopic('Video', 'video', { badge: false, notify: true });
    await openTold('#told=250-250');
    await waitFor(() => expect(titles()).toEqual(['Video tonight']));
    await waitFor(() => expect(bar()).toBe('1 paper that came with the alert Show all of New'));
    fireEvent.click(screen.getByRole('button', { name: 'Show all of New' }));
    await waitFor(() =>
      expect(inPopup('.empty')?.textContent).toContain('None of your topics is counted on the badge'),
    );
  });

  it('keeps them while they are seen and read, and those that were seen before', async () => {
    const [paper] = await feedDb.papers.where('dailyDate').equals('2026-11-23').toArray();
    await feedDb.seen.put({ paperId: '2611.20100', at: 1 });
    await seedTopic('Video', 'video is:unread', { notify: true });
    await openTold();
    await waitFor(() => expect(titles()).toEqual(['Video tonight', 'Video on Friday']));
    const read = { value: true, at: 1 };
    await userDb.statuses.put({ paperId: paper?.id ?? '', read });
    await waitFor(() => expect(inPopup('.card')?.className).toContain('is-read'));
    expect(titles()).toEqual(['Video tonight', 'Video on Friday']);
  });

  it('holds only what it told of among what is on the badge', async () => {
    await seedTopic('Agents', 'agents', { notify: true });
    await seedTopic('Video', 'video');
    await openTold();
    await waitFor(() => expect(titles()).toEqual(['Agents on Friday']));
    expect(tab(/New/).textContent).toBe('New5');
    fireEvent.click(tab(/All/));
    await act(settle);
    fireEvent.click(tab(/New/));
    await waitFor(() => expect(titles()).toHaveLength(5));
  });

  it('marks them as seen by hand, too, where that is how New is cleared', async () => {
    await userDb.settings.put({ key: 'clearNewBy', value: 'hand' });
    await seedTopic('Video', 'video', { badge: false, notify: true });
    await openTold('#told=200-200');
    fireEvent.click(await screen.findByRole('button', { name: 'Mark all as seen' }));
    expect(useCases.markSeenByHand.mock.calls[0]?.[0]).toContain('2611.20100');
  });

  it('says what became of them where the last one is dismissed, and leads to New', async () => {
    await seedTopic('Video', 'video', { badge: false, notify: true });
    await seedTopic('Agents', 'agents');
    await openTold();
    await waitFor(() => expect(titles()).toEqual(['Video tonight', 'Video on Friday']));
    const dismissed = { value: true, at: 1 };
    const told = (await feedDb.papers.toArray()).filter(({ title }) => /Video (tonight|on Friday)/.test(title));
    await userDb.statuses.bulkPut(told.map(({ id }) => ({ paperId: id, dismissed })));
    await waitFor(() => expect(titles()).toEqual([]));
    expect(inPopup('.empty')?.textContent).toBe('You dismissed every paper that came with the alert.');
    expect(bar()).toBe('0 papers that came with the alert Show all of New');
    fireEvent.click(screen.getByRole('button', { name: 'Show all of New' }));
    await waitFor(() => expect(titles()).toEqual(['Agents on Friday', 'Agents before']));
  });

  it('holds them also where their topic begins to alert while it is open', async () => {
    await seedTopic('Video', 'video', { badge: false });
    await openTold();
    await waitFor(() => expect(inPopup('.empty')?.textContent).toContain('None of your topics'));
    await userDb.topics.update('topic-0', { notify: true });
    await waitFor(() => expect(titles()).toEqual(['Video tonight', 'Video on Friday']));
  });

  it.each([
    ['are none any more: their topic was deleted', '#told=200-300', false],
    ['are older than two weeks', '#told=1-2', true],
  ])('is the whole of New where its papers %s', async (_what, hash, notify) => {
    // 15 days old: out of New.
    await seedAt('2026-11-08', 1, 'Agents long ago');
    await seedTopic('Agents', 'agents', { notify });
    await openTold(hash);
    await waitFor(() => expect(titles()).toEqual(['Agents on Friday', 'Agents before']));
    expect(bar()).not.toContain('the alert');
  });
});
