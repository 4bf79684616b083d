import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { inPopup, openPopup, settle, usePopupWorld } from './popup-world';
import { seedDay, seedMeta } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const DAY_MS = 86_400_000;
const room = (ago: number, papers = 210) =>
  ({ at: Date.now() - ago, why: 'room', papers, until: '2026-07-03' }) as const;
const note = () => inPopup('.room-note');

describe('papers that went to make room', () => {
  usePopupWorld();

  it('are told of in one line with a way to the options, until it is closed', async () => {
    await seedDay('2026-11-23', ['Agents on Monday']);
    await seedMeta('room', room(60_000));
    await openPopup();
    await screen.findByText(/To make room, 210 papers up to Jul 3 were deleted; nothing you made or marked was\./);
    expect(screen.getByRole('link', { name: 'Data in the options' }).getAttribute('href')).toBe('/options.html#data');
    fireEvent.click(screen.getByRole('button', { name: 'OK' }));
    await waitFor(() => expect(note()).toBeNull());
    await openPopup();
    await act(settle);
    expect(note()).toBeNull();
    await seedMeta('room', room(1_000, 12));
    await screen.findByText(/12 papers/);
  });

  it.each([
    ['there were none', 1_000, 0],
    ['they went a week ago', 7 * DAY_MS + 1, 210],
  ])('are not told of where %s', async (_when, ago, papers) => {
    await seedDay('2026-11-23', ['Agents on Monday']);
    await seedMeta('room', room(ago, papers));
    await openPopup();
    await screen.findByRole('button', { name: 'Star' });
    await act(settle);
    expect(note()).toBeNull();
  });
});
