import { browser } from 'wxt/browser';

/** Browsers that keep new extensions behind a menu, each in its own way. */
export type BrowserKind = 'chrome' | 'edge' | 'firefox';

export function readBrowserKind(): BrowserKind {
  if (browser.runtime.getURL('/').startsWith('moz-extension:')) return 'firefox';
  return navigator.userAgent.includes(' Edg/') ? 'edge' : 'chrome';
}

/** Whether the icon stands in the toolbar and not only in the menu; `undefined` where the browser does not tell. */
export async function readIsPinned(): Promise<boolean | undefined> {
  try {
    return (await browser.action.getUserSettings()).isOnToolbar;
  } catch {
    return undefined;
  }
}
