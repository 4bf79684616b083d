import { configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { WelcomeScreen } from '@/lib/screens/welcome/WelcomeScreen';
import { makePaper } from './make-paper';
import { openOptions } from './open-options';
import { resetWorld } from './options-world';
import { seedDay, seedTopic } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

const TODAY = toUtcDay(Date.now());
const LEFT_OUT = /^1 stored paper could not be read and is left out/;

beforeEach(async () => {
  await resetWorld();
  await seedDay(TODAY, ['Agents that plan', 'Speech']);
});

/** A row as a failing disk leaves it. */
const damage = (age: number) =>
  feedDb.papers.put({ ...makePaper({ id: 'damaged', dailyDate: addDays(TODAY, -age) }), title: undefined } as never);

it('is left out of the numbers of the workshop, which say so and lead to where it goes', async () => {
  await damage(20);
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  await screen.findByText('of 2 stored papers');
  const note = await screen.findByText(LEFT_OUT);
  expect(note.querySelector('a')?.getAttribute('href')).toBe('#data');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('is left out of the numbers of the examples', async () => {
  await damage(20);
  render(<WelcomeScreen />);
  await waitFor(() => screen.getByRole('checkbox', { name: /^Language agents \d of 2 papers/ }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('is left out of the sum behind the badge, which says so', async () => {
  await damage(0);
  await seedTopic('Agents', 'agents');
  await openOptions('#badge');
  await screen.findByText('New matches, last 14 days');
  await screen.findByText(LEFT_OUT);
});

it('is nowhere told of where there is none', async () => {
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  await screen.findByText('of 2 stored papers');
  expect(screen.queryByText(LEFT_OUT)).toBeNull();
});

/** Both counts of a page fail: that of the new papers and that of all. Each time with an error of its own. */
const refuseSeen = () =>
  vi
    .spyOn(feedDb.seen, 'bulkGet')
    .mockImplementation((async () => Promise.reject(new DOMException('gone', 'UnknownError'))) as never);
const onlyAlert = async () => (await screen.findByRole('alert')).textContent;

it.each(['#badge', '#topics'])(
  'where new papers can’t be counted at all, %s says why, once, and counts at another try',
  async (hash) => {
    await seedTopic('Agents', 'agents');
    const seen = refuseSeen();
    await openOptions(hash);
    if (hash === '#topics') await screen.findByText('Not counted.');
    expect(await onlyAlert()).toMatch(/nothing is counted here.*UnknownError: gone/);
    seen.mockRestore();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(hash === '#badge' ? 'New matches, last 14 days' : '1 new');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('Not counted.')).toBeNull();
  },
);

it('where nothing is chosen that could be counted, the list of topics itself says why its numbers are missing', async () => {
  await seedTopic('Agents', 'agents');
  const seen = refuseSeen();
  const { container } = await openOptions('#topics/new');
  expect(await onlyAlert()).toMatch(/nothing is counted here/);
  expect(screen.getByRole('alert').closest('.counted')).toBe(container.querySelector('.topic-list')?.parentElement);
  // Of another name than the list inside it, or both are spoken as one thing twice.
  expect(screen.getByRole('list', { name: 'Topics' }).closest('[aria-label="Topics"][role="group"]')).toBeNull();
  seen.mockRestore();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('1 new');
});

it('where new papers can’t be counted, the welcome page says why, once, and beside the icon only that', async () => {
  const seen = refuseSeen();
  const { container } = render(<WelcomeScreen />);
  const foot = () => container.querySelector('footer')?.textContent;
  await waitFor(() => expect(foot()).toMatch(/Not counted\./));
  expect(await onlyAlert()).toMatch(/nothing is counted here/);
  expect(foot()).not.toMatch(/nothing is counted here/);
  seen.mockRestore();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(foot()).toMatch(/2 new papers/));
  expect(screen.queryByRole('alert')).toBeNull();
});
