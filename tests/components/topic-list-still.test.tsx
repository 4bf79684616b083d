import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { toUtcDay } from '@/lib/core/days/day';
import { openOptions } from './open-options';
import { resetWorld } from './options-world';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

const drawn = vi.hoisted(() => vi.fn());
vi.mock('@/components/topics/TopicList', async (load) => {
  const real = await load<typeof import('@/components/topics/TopicList')>();
  const TopicList: typeof real.TopicList = (props) => {
    drawn(props);
    return real.TopicList(props);
  };
  return { ...real, TopicList };
});

beforeEach(async () => {
  await resetWorld();
  await seedDay(toUtcDay(Date.now()), ['Agents that plan', 'Speech']);
});

it('the list of topics is not drawn anew at each key of the editor, but where one of its rows changes', async () => {
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  await screen.findByText('of 2 stored papers');
  await screen.findByText('1 new');
  const field = screen.getByRole('textbox', { name: 'Matches papers that contain' });
  const before = drawn.mock.calls.length;
  for (const value of ['agents O', 'agents OR s', 'agents OR speech']) fireEvent.input(field, { target: { value } });
  expect(drawn.mock.calls.length).toBe(before);
  fireEvent.input(field, { target: { value: 'agents OR (' } });
  await waitFor(() => screen.getByText('not saved'));
  expect(drawn.mock.calls.length).toBeGreaterThan(before);
});
