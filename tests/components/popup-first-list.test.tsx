import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepFirstList } from '@/lib/app/keep-first-list';
import { readFirstList } from '@/lib/browser/first-list';
import { clearSmallStorage } from '@/lib/browser/storage';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { day, heading, mount, openPopup, tab, titles, usePopupWorld } from './popup-world';
import { clearDatabases, seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const close = () => act(async () => void window.dispatchEvent(new Event('pagehide')));

/** The databases are asked for nothing more. */
const refuseDatabases = () =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('none', 'UnknownError');
  });

/** The first frame, and nothing that came after it. */
async function firstFrame(): Promise<(string | null)[]> {
  const shown = new Promise<(string | null)[]>((resolve) => {
    const observer = new MutationObserver(() => {
      if (titles().length === 0) return;
      observer.disconnect();
      resolve(titles());
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  mount();
  return shown;
}

describe('the list that was kept when the badge was counted', () => {
  usePopupWorld();
  beforeEach(() => vi.mocked(browser.storage.session.set).mockRestore());

  it('is the popup’s first frame, without a question to the databases', async () => {
    await seedDay('2026-11-23', ['Monday one', 'Monday two']);
    await keepFirstList(Date.now());
    const open = refuseDatabases();
    expect(await firstFrame()).toEqual(['Monday one', 'Monday two']);
    expect(open).not.toHaveBeenCalled();
  });

  it('does not hide that the databases refuse', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now());
    refuseDatabases();
    expect(await firstFrame()).toEqual(['Monday one']);
    await waitFor(() => expect(titles()).toEqual([]));
    await waitFor(() => expect(heading()).toBe('Daily Papers'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/refuses to store or read.*UnknownError/);
    vi.restoreAllMocks();
    // The page looked for a way out, and closed them.
    for (const db of [feedDb, userDb]) await db.open();
  });

  it('does not hide that the databases do not answer; it comes back when they do', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now());
    const { open } = indexedDB;
    const asked: (() => void)[] = [];
    // As a browser whose database hangs: the request is there, and its answer late.
    const late = vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
      asked.push(() => {
        const real = open.apply(indexedDB, args);
        real.onsuccess = (event) => {
          Object.defineProperty(request, 'result', { value: real.result });
          request.onsuccess?.(event);
        };
      });
      return request;
    });
    expect(await firstFrame()).toEqual(['Monday one']);
    await waitFor(() => expect(document.body.textContent).toContain('has not opened the stored papers so far'));
    late.mockRestore();
    for (const answer of asked) answer();
    await waitFor(() => expect(titles()).toEqual(['Monday one']));
  });

  it('calls no paper new that was seen since it was kept', async () => {
    const papers = await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await keepFirstList(Date.now());
    await feedDb.seen.bulkPut(papers.slice(1).map(({ id }) => ({ paperId: id, at: 1 })));
    await openPopup();
    await waitFor(() => expect(tab(/New/).textContent).toBe('New1'));
    expect(document.querySelectorAll('.new-dot')).toHaveLength(1);
  });

  it('has the tabs there is room for in its first frame, and all of them after it', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    for (let i = 0; i < 9; i++) await seedTopic(`Topic ${i}`, 'monday');
    await keepFirstList(Date.now());
    const names = () => screen.getAllByRole('tab').map(({ textContent }) => textContent?.replace(/\d*$/, ''));
    await firstFrame();
    expect(names()).toEqual(['All', 'New', ...Array.from({ length: 6 }, (_, i) => `Topic ${i}`.replace(/\d*$/, ''))]);
    await waitFor(() => expect(names().slice(-2)).toEqual(['Later', 'Starred']));
    expect(names()).toHaveLength(13);
  });

  it('gives way to what the databases have in the meantime', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now());
    await seedDay('2026-11-23', ['Another', 'Monday one']);
    await openPopup();
    await waitFor(() => expect(titles()).toEqual(['Another', 'Monday one']));
  });

  it('is not shown on the next day of the feed', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now());
    await clearDatabases();
    await seedDay('2026-11-24', ['Tuesday one']);
    vi.setSystemTime(Date.parse('2026-11-24T00:00:01Z'));
    expect(await firstFrame()).toEqual(['Tuesday one']);
  });

  it('is not shown where the popup was left on another day', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    fireEvent.click(day(/Nov 20/));
    await waitFor(() => expect(heading()).toBe('Friday, Nov 20'));
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await close();
    await keepFirstList(Date.now());
    expect(await firstFrame()).toEqual(['Friday one']);
  });

  it.each(['', '{', '[]', '{"today":"2026-11-23"}', 'null', 7])(
    'is none where something else is kept: %s',
    async (kept) => {
      await seedDay('2026-11-23', ['Monday one']);
      await browser.storage.session.set({ 'first-list': kept });
      expect(await firstFrame()).toEqual(['Monday one']);
    },
  );

  it.each([
    ['refuses', () => Promise.reject(new Error('no'))],
    ['does not answer', () => new Promise(() => {})],
  ])('is read from the databases where the browser’s memory %s', async (_what, answer) => {
    await seedDay('2026-11-23', ['Monday one']);
    vi.spyOn(browser.storage.session, 'get').mockImplementation(answer as never);
    expect(await firstFrame()).toEqual(['Monday one']);
  });

  it('is none after a failure to read or to keep it, rather than an old one', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now());
    const set = vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('full'));
    await keepFirstList(Date.now());
    expect(await readFirstList()).toBeUndefined();
    set.mockRestore();
    await keepFirstList(Date.now());
    expect(await readFirstList()).toContain('Monday one');
    refuseDatabases();
    await keepFirstList(Date.now());
    expect(await readFirstList()).toBeUndefined();
  });

  it('is kept in a second or not at all: whoever keeps it holds up the badge', async () => {
    vi.spyOn(browser.storage.session, 'set').mockImplementation(() => new Promise(() => {}));
    const before = performance.now();
    await keepFirstList(Date.now());
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  it('is not written by who has lost the lock of the badge to another', async () => {
    await keepFirstList(Date.now());
    const kept = await readFirstList();
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now(), AbortSignal.abort());
    expect(await readFirstList()).toBe(kept);
  });

  it('goes before an open popup hears that the user’s data are gone', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await keepFirstList(Date.now());
    localStorage.setItem('place', 'here');
    const remove = vi.spyOn(browser.storage.session, 'remove');
    let before: string | null = null;
    remove.mockImplementation(async () => {
      before = localStorage.getItem('place');
    });
    await clearSmallStorage();
    expect([before, localStorage.getItem('place')]).toEqual(['here', null]);
  });

  it('goes with the user’s data', async () => {
    await feedDb.days.clear();
    await keepFirstList(Date.now());
    await clearSmallStorage();
    expect(await readFirstList()).toBeUndefined();
  });
});
