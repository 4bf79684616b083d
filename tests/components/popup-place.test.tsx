import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { day, heading, inPopup, openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const MINUTE = 60_000;
const close = () => act(async () => void window.dispatchEvent(new Event('pagehide')));
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** Two days, the older one looked at with a card open and a topic chosen, then closed. */
async function leaveFriday(): Promise<void> {
  await seedDay('2026-11-20', ['Agents on Friday', 'Speech on Friday']);
  await seedDay('2026-11-23', ['Agents on Monday']);
  await seedTopic('Agents', 'agents');
  await openPopup();
  fireEvent.click(day(/Nov 20/));
  await waitFor(() => expect(titles()).toContain('Speech on Friday'));
  fireEvent.click(tab(/Agents/));
  await waitFor(() => expect(titles()).toEqual(['Agents on Friday']));
  fireEvent.click(screen.getByRole('button', { name: 'Agents on Friday' }));
  await act(settle);
  await close();
}

describe('an opened popup', () => {
  usePopupWorld();

  it('begins where it was left within ten minutes: day, list, open card', async () => {
    await leaveFriday();
    pass(9 * MINUTE);
    await openPopup();
    expect(heading()).toBe('Friday, Nov 20');
    expect(tab(/Agents/).getAttribute('aria-selected')).toBe('true');
    await waitFor(() => expect(titles()).toEqual(['Agents on Friday']));
    expect(inPopup('.card.is-open')).toBeTruthy();
  });

  it('shows the left day in its first frame, not the newest', async () => {
    await leaveFriday();
    const seen: (string | null)[] = [];
    const watcher = new MutationObserver(() => seen.push(inPopup('h1')?.textContent ?? null));
    watcher.observe(document.body, { childList: true, subtree: true });
    await openPopup();
    watcher.disconnect();
    expect(new Set(seen.filter(Boolean))).toEqual(new Set(['Friday, Nov 20']));
  });

  it('begins with the newest day after ten minutes', async () => {
    await leaveFriday();
    pass(11 * MINUTE);
    await openPopup();
    expect(heading()).toBe('Monday, Nov 23');
    expect(tab(/All/).getAttribute('aria-selected')).toBe('true');
  });

  it('begins at New where an alert led to it, wherever it was left', async () => {
    await leaveFriday();
    location.hash = '#told=of an older version';
    try {
      await openPopup();
      expect(tab(/New/).getAttribute('aria-selected')).toBe('true');
      await waitFor(() => expect(titles()).toEqual(['Agents on Monday', 'Agents on Friday']));
      expect(inPopup('.card.is-open')).toBeNull();
    } finally {
      location.hash = '';
    }
  });

  it.each([
    ['a newer day', '2026-11-24'],
    ['more papers of a known day', '2026-11-23'],
  ])('begins with the newest day where %s has come', async (_what, date) => {
    await leaveFriday();
    pass(MINUTE);
    await seedDay(date, ['Agents, newer', 'Speech, newer']);
    await openPopup();
    await waitFor(() => expect(titles()).toContain('Agents, newer'));
    expect(inPopup('.card.is-open')).toBeNull();
  });

  it('keeps the search', async () => {
    await seedDay('2026-11-23', ['Agents on Monday', 'Speech']);
    await openPopup();
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'speech' } });
    await waitFor(() => expect(titles()).toEqual(['Speech']));
    await close();
    await openPopup();
    await waitFor(() => expect(titles()).toEqual(['Speech']));
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('speech');
  });

  it('begins anew and keeps nothing of its place once everything was deleted in another page', async () => {
    await seedDay('2026-11-20', ['Agents on Friday']);
    await seedDay('2026-11-23', ['Agents on Monday', 'Speech']);
    await openPopup();
    fireEvent.click(day(/Nov 20/));
    await waitFor(() => expect(titles()).toEqual(['Agents on Friday']));
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'speech' } });
    await waitFor(() => expect(titles()).toEqual(['Speech']));
    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    // A page that is closed in this moment has no frame left in which effects would end.
    window.dispatchEvent(new Event('pagehide'));
    expect(Object.keys(localStorage)).toEqual([]);
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    await waitFor(() => expect(heading()).toBe('Monday, Nov 23'));
    expect(screen.queryByRole('textbox')).toBeNull();
    // Longer than a place waits to be kept.
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await close();
    expect(localStorage.getItem('popup-place')).toBeNull();
  });

  it.each(['', '{', '[]', '{"at":"now"}', '{"at":1,"newest":"2026-02-30"}', 'null'])(
    'is not misled by what stands in the storage: %s',
    async (stored) => {
      localStorage.setItem('popup-place', stored);
      await seedDay('2026-11-23', ['Monday one']);
      await openPopup();
      expect(heading()).toBe('Monday, Nov 23');
      expect(titles()).toEqual(['Monday one']);
    },
  );
});
