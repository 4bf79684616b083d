import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { installFakeLocks } from '../harness/fake-locks';
import { clearDatabases } from './seed-feed';

/** The browser's side of the options and the welcome page: what it allows, what the user answers, who is there. */
export const world = {
  /** The feed's host may be asked. */
  feedGranted: true,
  /** Alerts may be shown. */
  alertsGranted: false,
  /** Files may be saved. */
  downloadsGranted: false,
  /** What the user says when asked. */
  answer: true,
  /** How often alerts were asked for. */
  asked: 0,
  background: 'answering' as 'answering' | 'silent',
};

const listeners = new Set<() => void>();

/** The user changes a permission in the browser's own pages. */
export function setAlerts(granted: boolean): boolean {
  world.alertsGranted = granted;
  for (const listener of listeners) listener();
  return granted;
}

/** As `setAlerts`, of the feed's host. */
function setFeed(granted: boolean): boolean {
  world.feedGranted = granted;
  for (const listener of listeners) listener();
  return granted;
}

/** As `setAlerts`, of the files. */
export function setDownloads(granted: boolean): boolean {
  world.downloadsGranted = granted;
  for (const listener of listeners) listener();
  return granted;
}

/** In the place of `@/lib/browser/permissions`: the fake browser has none. */
export const permissions = {
  hasFeedPermission: async () => world.feedGranted,
  requestFeedPermission: async () => setFeed(world.answer),
  hasAlertPermission: async () => world.alertsGranted,
  requestAlertPermission: async () => {
    world.asked += 1;
    return world.alertsGranted || setAlerts(world.answer);
  },
  removeAlertPermission: async () => !setAlerts(false),
  hasDownloadsPermission: async () => world.downloadsGranted,
  requestDownloadsPermission: async () => setDownloads(world.answer),
  removeDownloadsPermission: async () => !setDownloads(false),
  onPermissionsChanged: (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  },
};

/** In the place of `@/lib/app/ask-sync`: no background is here, and the page must not read the feed instead of it. */
export const background = {
  askSync: vi.fn(),
  watchBackground: (tell: (state: 'answering' | 'silent') => void) => {
    tell(world.background);
    return () => {};
  },
};

/** An empty extension in a browser that has what the fake one lacks. Called before each test. */
export async function resetWorld(): Promise<void> {
  Object.assign(world, {
    feedGranted: true,
    alertsGranted: false,
    downloadsGranted: false,
    answer: true,
    asked: 0,
    background: 'answering',
  });
  listeners.clear();
  background.askSync.mockReset().mockResolvedValue({ kind: 'not-due', via: 'background' });
  localStorage.clear();
  // The fake locks bring a navigator of their own, and the welcome page asks the real one which browser this is.
  const { userAgent } = navigator;
  installFakeLocks();
  Object.assign(navigator, { userAgent });
  await clearDatabases();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  location.hash = '';
}
