import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { day, heading, inPopup, openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const arrive = () =>
  act(async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await settle();
  });
const line = () => screen.queryByRole('button', { name: 'Monday’s papers are here' });
const openOnFriday = async () => {
  await seedDay('2026-11-20', ['Friday one']);
  await openPopup();
  expect(heading()).toBe('Friday, Nov 20');
};

describe('papers of a newer day that arrive in an open popup', () => {
  usePopupWorld();

  it('are shown at once while nothing was touched', async () => {
    await openOnFriday();
    await arrive();
    await waitFor(() => expect(titles()).toEqual(['Monday one']));
    expect(heading()).toBe('Monday, Nov 23');
    expect(line()).toBeNull();
  });

  it('wait behind a button while a card is open', async () => {
    await openOnFriday();
    fireEvent.click(screen.getByRole('button', { name: 'Friday one' }));
    await arrive();
    expect(heading()).toBe('Friday, Nov 20');
    fireEvent.click(await screen.findByRole('button', { name: 'Monday’s papers are here' }));
    await waitFor(() => expect(titles()).toEqual(['Monday one']));
    expect(line()).toBeNull();
  });

  it('wait behind a button while the list is scrolled', async () => {
    await openOnFriday();
    (inPopup('.popup-list') as HTMLElement).scrollTop = 120;
    await arrive();
    expect(heading()).toBe('Friday, Nov 20');
    expect(line()).toBeTruthy();
  });

  it('wait behind a button while the list of a topic is read', async () => {
    await seedTopic('Friday', 'friday');
    await openOnFriday();
    fireEvent.click(tab(/Friday/));
    await arrive();
    expect(titles()).toEqual(['Friday one']);
    expect(line()).toBeTruthy();
  });

  it('do not take away a day the user chose, not even by refresh', async () => {
    await seedDay('2026-11-19', ['Thursday one']);
    await openOnFriday();
    fireEvent.click(day(/Nov 19/));
    await waitFor(() => expect(titles()).toEqual(['Thursday one']));
    await arrive();
    fireEvent.click(screen.getByRole('button', { name: 'Read the feed now' }));
    await act(settle);
    expect(heading()).toBe('Thursday, Nov 19');
    expect(line()).toBeTruthy();
  });

  it('are what refresh shows, whether they came before it or after', async () => {
    await openOnFriday();
    const list = inPopup('.popup-list') as HTMLElement;
    list.scrollTop = 120;
    await arrive();
    fireEvent.click(screen.getByRole('button', { name: 'Read the feed now' }));
    await waitFor(() => expect(titles()).toEqual(['Monday one']));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Read the feed now' })).toBeTruthy());
    list.scrollTop = 120;
    fireEvent.click(screen.getByRole('button', { name: 'Read the feed now' }));
    vi.setSystemTime(Date.parse('2026-11-24T09:00:00Z'));
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await seedDay('2026-11-24', ['Tuesday one']);
      await settle();
    });
    await waitFor(() => expect(heading()).toBe('Tuesday, Nov 24'));
  });
});
