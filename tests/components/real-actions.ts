import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { installFakeLocks } from '../harness/fake-locks';
import { useCases } from './popup-world';

/** What the badge said, newest last. */
export const badges: string[] = [];

/** The popup's use cases as they are, on the fake database; only what needs a background or a tab is a stand-in. */
export async function withRealMarks(): Promise<object> {
  const real = await vi.importActual<typeof import('@/lib/screens/popup/actions')>('@/lib/screens/popup/actions');
  const {
    askSync,
    askRecount,
    watchBackground,
    watchFeedAccess,
    requestFeedAccess,
    openPaperLink,
    openOptions,
    holdInView,
  } = useCases;
  const standIns = { askSync, askRecount, watchBackground, watchFeedAccess, requestFeedAccess };
  return { ...real, ...standIns, openPaperLink, openOptions, holdInView };
}

/** The locks and the badge that the fake browser lacks. */
export function installBadge(): void {
  installFakeLocks();
  badges.length = 0;
  Object.assign(browser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void badges.push(text),
      setTitle: async () => {},
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
    },
  });
}
