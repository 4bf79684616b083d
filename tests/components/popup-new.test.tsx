import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { showElement } from './fake-observers';
import { day, footer, inPopup, openPopup, settle, tab, titles, useCases, usePopupWorld } from './popup-world';
import { seedDay, seedSeen, seedSetting, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const empty = () => inPopup('.empty')?.textContent;
const dots = () => document.querySelectorAll('.new-dot').length;

describe('the number of New', () => {
  usePopupWorld();

  it('says what it counts: without a topic, the newest day alone', async () => {
    await seedDay('2026-11-20', ['Agents of Friday']);
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Agents', 'agents', { enabled: false });
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New1'));
    expect(tab(/New/).title).toBe('New of the newest day, as when this opened');
    await userDb.topics.update('topic-0', { enabled: true });
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    expect(tab(/New/).title).toBe('New in the last 14 days, as when this opened');
  });
});

describe('an empty New says the truth', () => {
  usePopupWorld();

  it('where no topic is on the badge', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Agents', 'agents', { badge: false });
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New0'));
    fireEvent.click(tab(/New/));
    expect(empty()).toContain('None of your topics is counted on the badge');
    expect(empty()).not.toContain('has been shown to you');
  });

  it('where the query of the only topic can’t be read', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Broken', '(agents');
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New0'));
    fireEvent.click(tab(/New/));
    expect(empty()).toContain('The query of Broken can’t be read');
    expect(empty()).not.toContain('has been shown to you');
  });

  it('and waits for the papers of the other days before it says that none matches', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await seedDay('2026-11-19', ['Speech in noise']);
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Speech', 'speech');
    const where = feedDb.papers.where.bind(feedDb.papers);
    vi.spyOn(feedDb.papers, 'where').mockImplementation(((index: string) => {
      const clause = where(index) as never as { aboveOrEqual(key: string): { reverse(): { primaryKeys(): unknown } } };
      const { aboveOrEqual } = clause;
      clause.aboveOrEqual = (key) => {
        const reversed = aboveOrEqual.call(clause, key).reverse();
        return { reverse: () => ({ primaryKeys: () => held.then(() => reversed.primaryKeys()) }) };
      };
      return clause;
    }) as never);
    await openPopup();
    fireEvent.click(await screen.findByRole('tab', { name: /Speech/ }));
    await act(settle);
    expect(empty()).toBeUndefined();
    answer();
    await screen.findByRole('button', { name: 'Show Thursday, Nov 19' });
  });
});

describe('what is new', () => {
  usePopupWorld();

  it('stays until the popup closes, also where its topic asks for unread papers and it is read', async () => {
    const [paper] = await seedDay('2026-11-23', ['Agents at work', 'More agents']);
    await seedTopic('Agents', 'agents is:unread');
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    fireEvent.click(tab(/New/));
    await act(async () => {
      await userDb.statuses.put({ paperId: paper?.id ?? '', title: '', read: { value: true, at: 1 } } as never);
      await seedSeen(paper ? [paper] : []);
      await settle();
    });
    expect(titles()).toHaveLength(2);
    expect(tab(/New/).textContent).toBe('New2');
  });

  it('is marked at opening with the whole first list, where the user chose so', async () => {
    await seedSetting('clearNewBy', 'open');
    await seedTopic('Agents', 'agents');
    const earlier = await seedDay('2026-11-20', ['Agents before', 'Speech before']);
    const papers = await seedDay('2026-11-23', ['Agents today', 'Speech today']);
    await openPopup();
    await waitFor(() => expect(useCases.markSeen).toHaveBeenCalled());
    const marked = useCases.markSeen.mock.calls.flatMap(([ids]) => ids);
    expect(marked.toSorted()).toEqual([earlier[0], ...papers].map((paper) => paper?.id));
    expect(useCases.markSeen).toHaveBeenCalledTimes(1);
  });

  it('is marked by hand with what the shown day holds, also where no topic matches it', async () => {
    await seedSetting('clearNewBy', 'hand');
    await seedTopic('Agents', 'agents');
    const friday = await seedDay('2026-11-20', ['Speech before']);
    const monday = await seedDay('2026-11-23', ['Agents today', 'Speech today']);
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New1'));
    fireEvent.click(await screen.findByRole('button', { name: 'Mark all as seen' }));
    expect(useCases.markSeenByHand.mock.calls[0]?.[0].toSorted()).toEqual(monday.map(({ id }) => id));
    await act(async () => {
      await seedSeen(monday);
      await settle();
    });
    expect(dots()).toBe(0);
    expect(screen.queryByRole('button', { name: 'Mark all as seen' })).toBeNull();
    fireEvent.click(day(/Nov 20/));
    await waitFor(() => expect(titles()).toEqual(['Speech before']));
    fireEvent.click(screen.getByRole('button', { name: 'Mark all as seen' }));
    expect(useCases.markSeenByHand.mock.calls[1]?.[0]).toEqual(friday.map(({ id }) => id));
  });
});

describe('what could not be done', () => {
  usePopupWorld();

  it('stands until something the user does succeeds, whatever the popup does by itself', async () => {
    useCases.setFlag.mockRejectedValueOnce(new DOMException('No room', 'QuotaExceededError'));
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await waitFor(() => expect(useCases.askSync).toHaveBeenCalled());
    fireEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
    await waitFor(() => expect(footer()).toContain('That could not be done or stored'));
    showElement(inPopup('article') as Element, 100);
    await waitFor(() => expect(useCases.markSeen).toHaveBeenCalled());
    await act(settle);
    expect(footer()).toContain('That could not be done or stored');
    fireEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
    await waitFor(() => expect(footer()).not.toContain('That could not be done'));
  });

  it('does not call a reading asked for by hand ended when the one at opening is', async () => {
    let answer = (_reply: { kind: string }) => {};
    useCases.askSync.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await waitFor(() => expect(useCases.askSync).toHaveBeenCalledWith('page'));
    useCases.askSync.mockImplementationOnce(() => new Promise(() => {}));
    fireEvent.click(screen.getByRole('button', { name: 'Read the feed now' }));
    await waitFor(() => expect(footer()).toBe('Asking for new papers'));
    await act(async () => {
      answer({ kind: 'not-due' });
      await settle();
    });
    expect(footer()).toBe('Asking for new papers');
  });
});
