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

it.each(['#badge', '#topics'])(
  'where new papers can’t be counted at all, %s says why and counts at another try',
  async (hash) => {
    await seedTopic('Agents', 'agents');
    const seen = vi.spyOn(feedDb.seen, 'bulkGet').mockRejectedValue(new DOMException('gone', 'UnknownError'));
    await openOptions(hash);
    expect((await screen.findAllByRole('alert'))[0]?.textContent).toMatch(
      /nothing is counted here.*UnknownError: gone/,
    );
    seen.mockRestore();
    for (const button of screen.getAllByRole('button', { name: 'Try again' })) fireEvent.click(button);
    await screen.findByText(hash === '#badge' ? 'New matches, last 14 days' : '1 new');
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

it('where new papers can’t be counted, the welcome page says so beside the icon', async () => {
  const seen = vi.spyOn(feedDb.seen, 'bulkGet').mockRejectedValue(new DOMException('gone', 'UnknownError'));
  const { container } = render(<WelcomeScreen />);
  await waitFor(() => expect(container.querySelector('footer')?.textContent).toMatch(/nothing is counted here/));
  seen.mockRestore();
  for (const button of screen.getAllByRole('button', { name: 'Try again' })) fireEvent.click(button);
  await waitFor(() => expect(container.querySelector('footer')?.textContent).toMatch(/2 new papers/));
});
