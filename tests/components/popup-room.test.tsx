import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { closePopup, footer, inPopup, openPopup, settle, useCases, usePopupWorld } from './popup-world';
import { installBadge } from './real-actions';
import { seedDay, seedMeta } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const DAY_MS = 86_400_000;
const room = (ago: number, papers = 210) =>
  ({ at: Date.now() - ago, why: 'room', papers, until: '2026-07-03' }) as const;
const note = () => inPopup('.room-note');

const TOLD = 'That could not be done or stored: the disk is full';
const full = () => new DOMException('No room', 'QuotaExceededError');

describe('a star that a full disk refused', () => {
  usePopupWorld();

  beforeEach(() => {
    installBadge();
    useCases.setFlag.mockReset().mockResolvedValue({ group: 'flag', count: 1, words: 'Done.' });
  });

  const star = async () => {
    await seedDay('2026-11-23', ['Agents on Monday']);
    await openPopup();
    fireEvent.click(await screen.findByRole('button', { name: 'Star' }));
  };

  it('is given once more where old papers made room for it', async () => {
    for (const date of ['2026-05-04', '2026-05-05']) await seedDay(date, [`Of ${date}`]);
    useCases.setFlag.mockRejectedValueOnce(full());
    await star();
    await screen.findByText('Done.');
    expect(useCases.setFlag).toHaveBeenCalledTimes(2);
    expect(footer()).not.toContain('could not');
    expect((await feedDb.papers.toArray()).map(({ title }) => title).sort()).toEqual([
      'Agents on Monday',
      'Of 2026-05-05',
    ]);
  });

  it('is refused once more, and said to be, where the room was not enough: no more goes for it', async () => {
    for (const date of ['2026-05-04', '2026-05-05', '2026-05-06']) await seedDay(date, [`Of ${date}`]);
    useCases.setFlag.mockRejectedValue(full());
    await star();
    await waitFor(() =>
      expect(footer()).toBe(
        `${TOLD} Free some disk space, then try again. The browser says: QuotaExceededError: No room`,
      ),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Star' }));
    await act(settle);
    expect(useCases.setFlag).toHaveBeenCalledTimes(3);
    expect(await feedDb.papers.count()).toBe(2);
  });

  it('is not given once more where there is no room to make, or the disk is not full', async () => {
    useCases.setFlag.mockRejectedValueOnce(full());
    await star();
    await waitFor(() => expect(footer()).toContain(TOLD));
    await seedDay('2026-05-04', ['Old']);
    useCases.setFlag.mockRejectedValueOnce(new DOMException('Internal error', 'UnknownError'));
    fireEvent.click(screen.getByRole('button', { name: 'Star' }));
    await waitFor(() => expect(footer()).toBe('That could not be done or stored UnknownError: Internal error'));
    expect(useCases.setFlag).toHaveBeenCalledTimes(2);
    expect(await feedDb.papers.count()).toBe(2);
  });
});

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
    closePopup();
    await openPopup();
    await screen.findByRole('button', { name: 'Star' });
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
