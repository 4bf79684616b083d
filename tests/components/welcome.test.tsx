import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { SENT_WORDS } from '@/lib/core/sync/sent-words';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { mountWelcome } from '@/lib/screens/welcome/mount-welcome';
import { WelcomeScreen } from '@/lib/screens/welcome/WelcomeScreen';
import { clearDatabases, seedDay, seedMeta, seedTopic } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

const world = vi.hoisted(() => ({
  background: 'answering',
  granted: true,
  askSync: vi.fn(async () => ({ kind: 'under-way' })),
  request: vi.fn(async () => true),
  close: vi.fn(async () => true),
}));
vi.mock('@/lib/app/ask-sync', () => ({
  askSync: world.askSync,
  watchBackground: (tell: (state: string) => void) => {
    tell(world.background);
    return () => {};
  },
}));
vi.mock('@/lib/app/feed-access', () => ({
  watchFeedAccess: (tell: (granted: boolean) => void) => {
    tell(world.granted);
    return () => {};
  },
  requestFeedAccess: world.request,
}));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/browser/tabs', () => ({ closeOwnTab: world.close }));

const TODAY = toUtcDay(Date.now());
const box = (name: RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name });
const failedOnce = { nextDueAt: Date.now() + 60_000, lastAttemptAt: Date.now(), failures: 1 };

beforeEach(async () => {
  vi.clearAllMocks();
  world.background = 'answering';
  world.granted = true;
  await clearDatabases();
});

describe('the welcome page', () => {
  it('says how the first reading goes, day by day', async () => {
    await seedMeta('job', {
      id: 'j',
      trigger: 'install',
      startedAt: 0,
      requests: 4,
      newPapers: 60,
      daysDone: 3,
      daysPlanned: 15,
      reading: addDays(TODAY, -3),
    });
    render(<WelcomeScreen />);
    await screen.findByText(/^Reading \w+ \d+ \(4 of 15\)$/);
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(3);
    expect(world.askSync).not.toHaveBeenCalled();
  });

  it('tells what a request says in the words of every page that tells it', async () => {
    render(<WelcomeScreen />);
    expect((await screen.findByText(/^Only huggingface\.co is asked/)).textContent).toContain(
      `${SENT_WORDS} Your topics`,
    );
  });

  it('counts what each example catches, live, as the papers arrive', async () => {
    await seedDay(TODAY, ['An LLM agent that plans', 'On speech']);
    render(<WelcomeScreen />);
    expect((await box(/^Language agents/)).labels?.[0]?.textContent).toBeTruthy();
    await waitFor(() => screen.getByRole('checkbox', { name: 'Language agents 1 of 2 papers' }));
    await seedDay(addDays(TODAY, -1), ['Another LLM agent']);
    await waitFor(() => screen.getByRole('checkbox', { name: 'Language agents 2 of 3 papers' }));
  });

  it('makes a topic of a pick at once, takes it back at the next click, and shows the number of the badge', async () => {
    await seedDay(TODAY, ['An LLM agent that plans', 'On speech recognition', 'On nothing']);
    render(<WelcomeScreen />);
    await screen.findByText(/the icon counts all of the newest day: 3 new papers/);
    screen.getByRole('button', { name: 'Skip' });
    const agents = await box(/^Language agents/);
    fireEvent.click(agents);
    expect(agents.checked).toBe(true);
    await screen.findByText('1 new paper of the last 14 days matches your topic.');
    fireEvent.click(await box(/^Speech and audio/));
    await screen.findByText('2 new papers of the last 14 days match your 2 topics.');
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Language agents', 'Speech and audio']);
    fireEvent.click(agents);
    await screen.findByText('1 new paper of the last 14 days matches your topic.');
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Speech and audio']);
    screen.getByRole('button', { name: 'Done' });
  });

  it('leaves each box as the last of many fast clicks left it, with one topic at most', async () => {
    render(<WelcomeScreen />);
    const agents = await box(/^Language agents/);
    for (let i = 0; i < 5; i++) fireEvent.click(agents);
    expect(agents.checked).toBe(true);
    await waitFor(async () => expect((await userDb.topics.toArray()).length).toBeGreaterThanOrEqual(3));
    await waitFor(async () => expect(await readTopics()).toHaveLength(1));
    expect(agents.checked).toBe(true);
  });

  it('shows what was picked before: after a reload, and to a user of long standing', async () => {
    await seedTopic('My agents', '"vision-language-action" OR VLA', { colour: 3 });
    render(<WelcomeScreen />);
    await waitFor(async () => expect((await box(/^Vision-language-action/)).checked).toBe(true));
    screen.getByRole('button', { name: 'Done' });
  });

  it('does not tick a topic that is switched off: picked, it is on again, and off again when that is taken back', async () => {
    const query = EXAMPLE_TOPICS.find(({ name }) => name === 'Language agents')?.query ?? '';
    await seedTopic('Mine', query, { enabled: false });
    render(<WelcomeScreen />);
    const agents = await box(/^Language agents/);
    expect(agents.checked).toBe(false);
    fireEvent.click(agents);
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Mine', enabled: true }]));
    expect(agents.checked).toBe(true);
    fireEvent.click(agents);
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Mine', enabled: false }]));
    expect(agents.checked).toBe(false);
  });

  it('never deletes what was picked before it was opened: unticked, that is off', async () => {
    await seedTopic('Mine', EXAMPLE_TOPICS.find(({ name }) => name === 'Language agents')?.query ?? '');
    render(<WelcomeScreen />);
    await waitFor(async () => expect((await box(/^Language agents/)).checked).toBe(true));
    fireEvent.click(await box(/^Language agents/));
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Mine', enabled: false }]));
  });

  it('says so when a pick could not be saved, and unticks its box', async () => {
    render(<WelcomeScreen />);
    const agents = await box(/^Language agents/);
    vi.spyOn(userDb, 'transaction').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError') as never);
    fireEvent.click(agents);
    expect((await screen.findByRole('alert')).textContent).toContain('could not be saved (QuotaExceededError: full)');
    await waitFor(() => expect(agents.checked).toBe(false));
  });

  it('asks for the permission straight from the click where it is missing', async () => {
    world.granted = false;
    render(<WelcomeScreen />);
    await screen.findByText('Not allowed to read huggingface.co');
    fireEvent.click(screen.getByRole('button', { name: 'Allow reading huggingface.co' }));
    expect(world.request).toHaveBeenCalledTimes(1);
  });

  it('tells that there is no network, and tries again when asked', async () => {
    await seedMeta('schedule', { ...failedOnce, failure: { kind: 'offline', at: Date.now() } });
    render(<WelcomeScreen />);
    await screen.findByText(/read again once there is a network/);
    fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
    await waitFor(() => expect(world.askSync).toHaveBeenCalledWith('hand'));
  });

  it('tells that a reading met a full disk, where nothing that is stored does, and lets it be tried again', async () => {
    await seedMeta('schedule', { ...failedOnce, failure: { kind: 'offline', at: Date.now() } });
    const failure = { kind: 'storage', at: Date.now() + 1, detail: 'QuotaExceededError: full' };
    world.askSync.mockResolvedValueOnce({ kind: 'finished', failure } as never);
    render(<WelcomeScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Try again now' }));
    await screen.findByText(/^The browser could not store the papers/);
    world.askSync.mockResolvedValueOnce({ kind: 'finished' } as never);
    fireEvent.click(await screen.findByRole('button', { name: 'Try again now' }));
    await waitFor(() => expect(screen.queryByText(/^The browser could not store the papers/)).toBeNull());
  });

  it('tells until when the feed asked to wait', async () => {
    const until = Date.now() + 600_000;
    await seedMeta('schedule', { ...failedOnce, failure: { kind: 'rate-limited', at: Date.now(), until } });
    render(<WelcomeScreen />);
    await screen.findByText(/The feed asked us to wait until/);
  });

  it('reads the feed itself, once, where the background is silent', async () => {
    world.background = 'silent';
    render(<WelcomeScreen />);
    await screen.findByText(/Not updating by itself/);
    expect(world.askSync.mock.calls).toEqual([['page']]);
  });

  it('asks how the reading went that began at install, where nothing of it could be stored', async () => {
    const failure = { kind: 'storage', at: Date.now() + 1, detail: 'QuotaExceededError: full' };
    world.askSync.mockResolvedValueOnce({ kind: 'finished', failure } as never);
    render(<WelcomeScreen />);
    await screen.findByText('Asking for new papers');
    expect(world.askSync).not.toHaveBeenCalled();
    await screen.findByText(/^The browser could not store the papers/);
    expect(world.askSync.mock.calls).toEqual([['page']]);
    world.askSync.mockResolvedValueOnce({ kind: 'finished' } as never);
    fireEvent.click(await screen.findByRole('button', { name: 'Try again now' }));
    await waitFor(() => expect(screen.queryByText(/^The browser could not store the papers/)).toBeNull());
  });

  it('asks again where a reading that is under way leaves no trace, and in the end offers to try again', async () => {
    // The clock of the page runs on by itself too: the database waits by it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
    try {
      render(<WelcomeScreen />);
      await screen.findByText('Asking for new papers');
      await pass(5_000);
      expect(world.askSync.mock.calls).toEqual([['page']]);
      for (let i = 0; i < 4; i++) await pass(10_000);
      expect(world.askSync.mock.calls).toEqual(Array(5).fill(['page']));
      screen.getByText('Asking for new papers');
      expect(screen.queryByRole('button', { name: 'Try again now' })).toBeNull();
      await pass(10_000);
      await screen.findByText('Not read yet');
      await pass(60_000);
      expect(world.askSync).toHaveBeenCalledTimes(5);
      fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
      await waitFor(() => expect(world.askSync).toHaveBeenLastCalledWith('hand'));
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks no more once there is a trace of the reading', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
    try {
      render(<WelcomeScreen />);
      await screen.findByText('Asking for new papers');
      for (const ms of [5_000, 10_000]) await pass(ms);
      expect(world.askSync).toHaveBeenCalledTimes(2);
      await seedMeta('schedule', { ...failedOnce, failures: 0, lastSuccessAt: Date.now() });
      await screen.findByText(/^Read just now/i);
      await pass(60_000);
      expect(world.askSync).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says in a private window of Firefox why nothing can be picked there', async () => {
    vi.stubGlobal('browser', {
      runtime: { getURL: () => 'moz-extension://x/' },
      extension: { inIncognitoContext: true },
    });
    const page = document.body.appendChild(document.createElement('div'));
    await act(() => mountWelcome(page));
    expect(page.textContent).toContain('This is a private window.');
    vi.unstubAllGlobals();
    page.remove();
  });

  it('says that the database is refused, and what the usual reasons are', async () => {
    vi.spyOn(userDb.topics, 'toArray').mockRejectedValue(new DOMException('no', 'UnknownError') as never);
    render(<WelcomeScreen />);
    expect((await screen.findByRole('alert')).textContent).toContain('refuses to store or read');
    vi.restoreAllMocks();
  });

  it('closes its tab when it is left, by Skip too', async () => {
    render(<WelcomeScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Skip' }));
    await waitFor(() => expect(world.close).toHaveBeenCalledTimes(1));
    expect(await readTopics()).toEqual([]);
  });

  it('has no fault that axe knows', async () => {
    await seedTopic('My agents', '"vision-language-action" OR VLA');
    const { container } = render(<WelcomeScreen />);
    await box(/^Language agents/);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
