import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncJob } from '@/lib/core/sync/state';
import { feedDb } from '@/lib/db/feed-database';
import { mountPopup } from '@/lib/screens/popup/mount';
import { installObservers, showElement } from './fake-observers';
import { clearDatabases, seedDay, seedMeta, seedSeen, seedSetting, seedTopic } from './seed-feed';

/** The use cases have tests of their own; here it counts which are called, and when. */
const useCases = vi.hoisted(() => ({
  askSync: vi.fn(async (_trigger: string) => ({ kind: 'not-due' })),
  askRecount: vi.fn(),
  watchBackground: vi.fn((tell: (state: string) => void) => {
    tell('answering');
    return () => {};
  }),
  watchFeedAccess: vi.fn((tell: (granted: boolean) => void) => {
    tell(true);
    return () => {};
  }),
  holdInView: vi.fn(() => () => {}),
  requestFeedAccess: vi.fn(async () => true),
  markSeen: vi.fn(async (_ids: string[]) => {}),
  markSeenByHand: vi.fn(async (_ids: string[]) => ({ group: 'seen', count: 1, words: 'Marked as seen.' })),
  setFlag: vi.fn(async () => ({ group: 'flag', count: 1, words: 'Done.' })),
  undoGroup: vi.fn(async () => undefined),
  undoLast: vi.fn(async () => undefined),
  copyLink: vi.fn(),
  copyCitation: vi.fn(),
  pickTopic: vi.fn(),
  toTopicName: vi.fn(),
  openPaperLink: vi.fn(async () => {}),
  openOptions: vi.fn(async () => {}),
}));
vi.mock('@/lib/screens/popup/actions', () => useCases);

// A busy machine takes longer than the usual second to load the words for the first time.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

let root: HTMLElement;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T09:00:00Z') });
  installObservers();
  vi.clearAllMocks();
  await clearDatabases();
  localStorage.clear();
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, root);
  cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const titles = () => [...root.querySelectorAll('.card-title')].map((title) => title.textContent);
const summary = () => root.querySelector('.day-summary')?.textContent?.replace('\u200b', '');
const footer = () => root.querySelector('.feed-words')?.textContent;
const tab = (name: RegExp) => screen.getByRole('tab', { name });
const day = (name: RegExp) => within(screen.getByRole('group', { name: 'Days' })).getByRole('button', { name });

async function open() {
  mountPopup(root);
  await waitFor(() => expect(footer()).toBeTruthy());
}

describe('opening the popup', () => {
  it('shows the newest day, best first, and sums it up', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Agents at work', 'Speech at rest']);
    await seedTopic('Agents', 'agents');
    await open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Monday, Nov 23');
    expect(titles()).toEqual(['Agents at work', 'Speech at rest']);
    await waitFor(() => expect(summary()).toBe('2 papers, 1 of them a new match · the list still fills'));
  });

  it('explains on a Sunday why the newest list is Friday’s', async () => {
    vi.setSystemTime(Date.parse('2026-11-22T09:00:00Z'));
    await seedDay('2026-11-20', ['Friday one']);
    await open();
    await waitFor(() => expect(summary()).toBe('1 paper, new · the feed rests on weekends'));
  });

  it('shows the list before the background has answered, then says that it does not', async () => {
    let tell = (_state: string) => {};
    useCases.watchBackground.mockImplementationOnce((given) => {
      tell = given;
      return () => {};
    });
    useCases.askSync.mockImplementationOnce(() => new Promise(() => {}));
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    expect(titles()).toEqual(['Monday one']);
    await act(() => tell('silent'));
    expect(footer()).toMatch(/^Not updating by itself/);
  });

  it('asks for a reading where one is due, in the name of an opened page', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    await waitFor(() => expect(useCases.askSync.mock.calls).toEqual([['page']]));
  });

  it('is in view before it asks for a reading, and until it closes', async () => {
    const order: string[] = [];
    useCases.holdInView.mockImplementationOnce(() => {
      order.push('in view');
      return () => void order.push('closed');
    });
    useCases.askSync.mockImplementationOnce(async () => {
      order.push('asked');
      return { kind: 'not-due' };
    });
    await open();
    await waitFor(() => expect(order).toEqual(['in view', 'asked']));
    render(null, root);
    await waitFor(() => expect(order).toEqual(['in view', 'asked', 'closed']));
  });

  it('has the badge counted again when it closes', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    await waitFor(() => expect(useCases.askSync).toHaveBeenCalled());
    // Not "none": a popup of an earlier test may end late and ask too.
    const before = useCases.askRecount.mock.calls.length;
    await act(async () => void window.dispatchEvent(new Event('pagehide')));
    expect(useCases.askRecount.mock.calls.length).toBe(before + 1);
  });

  it('has it counted, and what waits told, as soon as it is no longer in view', async () => {
    await open();
    await waitFor(() => expect(useCases.holdInView).toHaveBeenCalled());
    expect(useCases.holdInView.mock.lastCall).toEqual([useCases.askRecount]);
  });

  it('takes today from the server’s clock where ours is two days ahead', async () => {
    vi.setSystemTime(Date.parse('2026-11-25T09:00:00Z'));
    await seedMeta('clock', { offsetMs: -2 * 86_400_000, at: Date.now() });
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    await waitFor(() => expect(summary()).toContain('the list still fills'));
    expect(day(/Nov 23/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Nov 24/ })).toBeNull();
  });

  it('waits with the shape of a list on the first run, then shows what arrives', async () => {
    useCases.askSync.mockImplementationOnce(() => new Promise(() => {}));
    await open();
    await waitFor(() => expect(root.querySelector('.skeleton')).toBeTruthy());
    await act(async () => {
      await seedDay('2026-11-23', ['The first paper']);
    });
    await waitFor(() => expect(titles()).toEqual(['The first paper']));
    expect(root.querySelector('.skeleton')).toBeNull();
  });

  it('leaves nothing behind when it closes', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    dispatchEvent(new Event('pagehide'));
    expect(root.childElementCount).toBe(0);
  });
});

describe('a day without papers says why', () => {
  it('a Saturday, with Friday’s papers below', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-21', []);
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    fireEvent.click(day(/Saturday, Nov 21/));
    await waitFor(() => expect(summary()).toBe('Saturday: the feed rests on weekends. Showing Friday, Nov 20'));
    expect(titles()).toEqual(['Friday one']);
    expect(root.querySelector('.papers-day')?.textContent).toBe('Friday, Nov 20 1');
  });

  it('a failed day, with what to do', async () => {
    const failure = { kind: 'server-error', at: Date.now(), status: 503 } as const;
    await seedDay('2026-11-19', [], { state: 'failed', failure, nextTryAt: Date.now() + 3_600_000 });
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    fireEvent.click(day(/Nov 19: could not be read/));
    await waitFor(() =>
      expect(root.querySelector('.empty')?.textContent).toContain('Hugging Face has a problem (503).'),
    );
    useCases.askSync.mockClear();
    fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
    expect(useCases.askSync).toHaveBeenCalledWith('hand');
  });

  it('a missing permission, with the way to grant it', async () => {
    useCases.watchFeedAccess.mockImplementationOnce((tell) => {
      tell(false);
      return () => {};
    });
    await open();
    await waitFor(() => expect(root.querySelector('.empty')?.textContent).toContain('may not read huggingface.co'));
    fireEvent.click(screen.getByRole('button', { name: 'Allow it' }));
    expect(useCases.requestFeedAccess).toHaveBeenCalled();
  });

  it('a browser that refuses its database', async () => {
    const refusal = vi
      .spyOn(feedDb.meta, 'toArray')
      .mockRejectedValue(new DOMException('Not allowed', 'InvalidStateError'));
    mountPopup(root);
    await waitFor(() => expect(root.textContent).toContain('The browser refuses to store or read the papers.'));
    expect(root.textContent).toContain('InvalidStateError: Not allowed');
    refusal.mockRestore();
  });
});

describe('the lists of topics', () => {
  it('hold the day’s matches; an empty one leads to the latest match', async () => {
    await seedDay('2026-11-19', ['Speech in noise']);
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Agents', 'agents');
    await seedTopic('Speech', 'speech');
    await open();
    await waitFor(() => expect(tab(/Speech/).textContent).toBe('Speech0'));
    fireEvent.click(tab(/Agents/));
    expect(titles()).toEqual(['Agents at work']);
    fireEvent.click(tab(/Speech/));
    await waitFor(() => expect(root.querySelector('.empty')?.textContent).toContain('No paper today matches Speech.'));
    fireEvent.click(await screen.findByRole('button', { name: 'Show Thursday, Nov 19' }));
    await waitFor(() => expect(titles()).toEqual(['Speech in noise']));
  });

  it('say what is wrong with a query that can’t be read', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Broken', '(agents');
    await open();
    await waitFor(() => expect(tab(/Broken/).textContent).toBe('Brokenerror'));
    fireEvent.click(tab(/Broken/));
    expect(root.querySelector('.empty')?.textContent).toContain('The query of Broken can’t be read.');
  });

  it('name the matched words in the open card', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Agents', 'agents');
    await open();
    await waitFor(() => expect(root.querySelector('.fact-topics')?.textContent).toBe('Agents'));
    fireEvent.click(screen.getByRole('button', { name: 'Agents at work' }));
    expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Agents', 'Agents']);
    expect(root.querySelector('.card-why')?.textContent).toContain('Agents');
  });
});

describe('New', () => {
  it('holds what the badge counts, over all days, under their days', async () => {
    await seedDay('2026-11-05', ['Agents too old']);
    const [seen] = await seedDay('2026-11-19', ['Agents seen', 'Agents unseen']);
    await seedDay('2026-11-23', ['Agents today', 'Speech today']);
    await seedSeen(seen ? [seen] : []);
    await seedTopic('Agents', 'agents');
    await seedTopic('Off the badge', 'speech', { badge: false });
    await open();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    fireEvent.click(tab(/New/));
    expect(titles()).toEqual(['Agents today', 'Agents unseen']);
    const headings = [...root.querySelectorAll('.papers-day')].map((heading) => heading.textContent);
    expect(headings).toEqual(['Monday, Nov 23 1', 'Thursday, Nov 19 1']);
  });

  it('keeps its cards while they become seen, until the popup closes', async () => {
    const papers = await seedDay('2026-11-23', ['Agents today', 'More agents']);
    await seedTopic('Agents', 'agents');
    await open();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    fireEvent.click(tab(/New/));
    await act(async () => {
      await seedSeen(papers);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(titles()).toHaveLength(2);
    expect(tab(/New/).textContent).toBe('New2');
    expect(root.querySelectorAll('.new-dot')).toHaveLength(2);
    render(null, root);
    await open();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New0'));
  });

  it('is cleared by a second in sight', async () => {
    const [paper] = await seedDay('2026-11-23', ['Monday one']);
    await open();
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    showElement(root.querySelector('article') as Element, 100);
    await waitFor(() => expect(useCases.markSeen).toHaveBeenCalledWith([paper?.id]), { timeout: 10_000 });
  });

  it('is cleared by hand only, where the user chose so', async () => {
    await seedSetting('clearNewBy', 'hand');
    const papers = await seedDay('2026-11-23', ['One', 'Two']);
    await open();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New2'));
    showElement(root.querySelector('article') as Element, 100);
    fireEvent.click(tab(/New/));
    fireEvent.click(screen.getByRole('button', { name: 'Mark all as seen' }));
    await waitFor(() => expect(useCases.markSeenByHand).toHaveBeenCalled());
    expect(useCases.markSeenByHand.mock.calls[0]?.[0].toSorted()).toEqual(papers.map(({ id }) => id));
    await act(() => seedSeen(papers));
    await waitFor(() => expect(tab(/New/).textContent).toBe('New0'));
    expect(screen.queryByRole('button', { name: 'Mark all as seen' })).toBeNull();
  });

  it('says since when there is nothing', async () => {
    await seedSeen(await seedDay('2026-11-20', ['Friday one']));
    await open();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New0'));
    fireEvent.click(tab(/New/));
    expect(root.querySelector('.empty')?.textContent).toContain('Nothing new since Friday, Nov 20.');
  });
});

describe('what the user does', () => {
  it('opens a link through the use case that marks it read first', async () => {
    const [paper] = await seedDay('2026-11-23', ['Monday one']);
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Monday one' }));
    fireEvent.click(screen.getByRole('link', { name: 'arXiv' }), { ctrlKey: true });
    await waitFor(() =>
      expect(useCases.openPaperLink).toHaveBeenCalledWith(
        expect.objectContaining({ id: paper?.id }),
        `https://arxiv.org/abs/${paper?.id}`,
        { background: true },
      ),
    );
  });

  it('is told when it could not be stored', async () => {
    useCases.setFlag.mockRejectedValueOnce(new DOMException('No room', 'QuotaExceededError'));
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Mark as read' }));
    await waitFor(() => expect(footer()).toContain('That could not be done or stored'));
  });

  it('is told when the reading it asked for could not be stored, and not even why', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    const failure = { kind: 'storage', at: Date.now() + 1, detail: 'QuotaExceededError: full' };
    useCases.askSync.mockResolvedValueOnce({ kind: 'finished', failure } as never);
    fireEvent.click(await screen.findByRole('button', { name: 'Read the feed now' }));
    await waitFor(() => expect(footer()).toContain('The browser could not store the papers'));
    useCases.askSync.mockResolvedValueOnce({ kind: 'finished' } as never);
    fireEvent.click(await screen.findByRole('button', { name: 'Read the feed now' }));
    await waitFor(() => expect(footer()).not.toContain('could not store'));
  });

  it('leads back from the first frame on: a click that comes early is not lost', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Monday one']);
    let isRefused: string | null = 'not there';
    const watcher = new MutationObserver(() => {
      const earlier = root.querySelector('[aria-label="Earlier day"]');
      if (!earlier) return;
      isRefused = earlier.getAttribute('aria-disabled');
      watcher.disconnect();
    });
    watcher.observe(root, { childList: true, subtree: true });
    await open();
    expect(isRefused).toBeNull();
  });

  it('steps to any day of the ledger, and not before it', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    const earlier = screen.getByRole('button', { name: 'Earlier day' });
    await waitFor(() => expect(earlier.hasAttribute('aria-disabled')).toBe(false));
    for (const name of ['Sunday, Nov 22', 'Saturday, Nov 21', 'Friday, Nov 20', 'Friday, Nov 20']) {
      fireEvent.click(earlier);
      await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name));
    }
  });

  it('sees the progress of a catch-up', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await open();
    const job: SyncJob = {
      id: 'job',
      trigger: 'alarm',
      startedAt: 0,
      requests: 3,
      newPapers: 0,
      daysDone: 3,
      daysPlanned: 11,
      paging: { date: '2026-11-18', page: 1 },
    };
    await act(() => seedMeta('job', job));
    await waitFor(() => expect(footer()).toBe('Reading Nov 18 (4 of 11)'));
  });
});

describe('axe finds nothing', () => {
  const check = async () => {
    // Colours need a layout; they are checked in a real browser and by the contrast table of the tokens.
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  };

  it('in a list, with a card open', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Agents at work', 'Speech at rest']);
    await seedTopic('Agents', 'agents');
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Agents at work' }));
    await check();
    fireEvent.click(tab(/New/));
    await check();
  });

  it('in an empty one', async () => {
    await open();
    await waitFor(() => expect(root.querySelector('.empty')).toBeTruthy());
    await check();
  });
});
