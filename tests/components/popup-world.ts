import { cleanup, configure, screen, waitFor, within } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { mountPopup } from '@/lib/screens/popup/mount';
import { installObservers } from './fake-observers';
import { clearDatabases } from './seed-feed';

/** The use cases have tests of their own; in the popup's it counts which are called, and when. */
export const useCases = {
  askSync: vi.fn(async (_trigger: string, _ask?: { day?: string }): Promise<object> => ({ kind: 'not-due' })),
  askRecount: vi.fn(),
  watchBackground: vi.fn((tell: (state: string) => void) => {
    tell('answering');
    return () => {};
  }),
  watchFeedAccess: vi.fn((tell: (granted: boolean) => void) => {
    tell(true);
    return () => {};
  }),
  holdInView: vi.fn(() => () => {}),
  requestFeedAccess: vi.fn(async () => true),
  markSeen: vi.fn(async (_ids: string[]) => {}),
  markSeenByHand: vi.fn(async (_ids: string[]) => ({ group: 'seen', count: 1, words: 'Marked as seen.' })),
  setFlag: vi.fn(async () => ({ group: 'flag', count: 1, words: 'Done.' })),
  undoGroup: vi.fn(async () => undefined),
  undoLast: vi.fn(async () => undefined),
  copyLink: vi.fn(),
  copyCitation: vi.fn(),
  pickTopic: vi.fn(),
  toTopicName: vi.fn(),
  openPaperLink: vi.fn(async () => {}),
  openOptions: vi.fn(async () => {}),
};

let root: HTMLElement;

/** An empty popup in an empty database on Monday, Nov 23, before each test of the file. */
export function usePopupWorld(now = '2026-11-23T09:00:00Z'): void {
  // A busy machine takes longer than the usual second to load the words for the first time.
  configure({ asyncUtilTimeout: 10_000 });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) });
    installObservers();
    vi.clearAllMocks();
    await clearDatabases();
    localStorage.clear();
    // What an action of the last test still paints must not be this popup's first list.
    vi.spyOn(browser.storage.session, 'set').mockResolvedValue();
    await browser.storage.session.clear();
    root = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    render(null, root);
    cleanup();
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

export const inPopup = (selector: string) => root.querySelector(selector);
export const titles = () => [...root.querySelectorAll('.card-title')].map((title) => title.textContent);
export const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
export const footer = () => inPopup('.feed-words')?.textContent;
export const tab = (name: RegExp) => screen.getByRole('tab', { name });
export const day = (name: RegExp) => within(screen.getByRole('group', { name: 'Days' })).getByRole('button', { name });

/** Mounts the popup without waiting for anything. */
export function mount(): void {
  mountPopup(root);
}

/** Opens the popup and waits for its words. */
export async function openPopup(): Promise<void> {
  mount();
  await waitFor(() => expect(footer()).toBeTruthy());
}

/** A mount over an open popup would be the same one: it keeps what it knows. */
export function closePopup(): void {
  render(null, root);
}

/** Long enough for a live query and the render after it. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 80));
