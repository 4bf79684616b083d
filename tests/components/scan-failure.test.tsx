import { configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { OptionsScreen } from '@/lib/screens/options/OptionsScreen';
import { WelcomeScreen } from '@/lib/screens/welcome/WelcomeScreen';
import { makePaper } from './make-paper';
import { resetWorld } from './options-world';
import { seedDay, seedTopic } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

const TODAY = toUtcDay(Date.now());
/** Older than what the badge counts: only who looks at every paper meets it. */
const DAMAGED = makePaper({ id: 'damaged', dailyDate: addDays(TODAY, -20) });

beforeEach(async () => {
  await resetWorld();
  await seedDay(TODAY, ['Agents that plan', 'Speech']);
  await feedDb.papers.put({ ...DAMAGED, title: undefined } as never);
});

const mendPaper = () => feedDb.papers.put(DAMAGED);
const tryAgain = async () => fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));

it('says on the welcome page that the papers could not be searched, and counts at another try', async () => {
  location.hash = '';
  render(<WelcomeScreen />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be searched/);
  await mendPaper();
  await tryAgain();
  await waitFor(() => screen.getByRole('checkbox', { name: /^Language agents \d of 3 papers/ }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says so in the workshop too, in the place of its numbers', async () => {
  await seedTopic('Agents', 'agents');
  location.hash = '#topics';
  render(<OptionsScreen />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be searched.*charCodeAt/);
  expect(screen.queryByText(/Counting/)).toBeNull();
  await mendPaper();
  await tryAgain();
  await screen.findByText('of 3 stored papers');
  expect(screen.queryByRole('alert')).toBeNull();
});
