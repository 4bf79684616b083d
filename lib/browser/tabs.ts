import { browser } from 'wxt/browser';

/** Opens `url` in a tab. Opening a tab in front closes the popup: nothing may be awaited after it (law 16). */
export async function openTab(url: string, { background = false } = {}): Promise<void> {
  await browser.tabs.create({ url, active: !background });
}

/**
 * Closes the popup, where this page is it. Chrome does that by itself when a tab opens in front; Firefox leaves it open
 * above the page that was asked for. In a tab or a side panel nothing happens.
 */
export function closePopup(): void {
  const popups: unknown[] = browser.extension.getViews({ type: 'popup' });
  if (popups.includes(globalThis)) globalThis.close();
}

/** How many calls of `openPopupAt` of this life have the button lead elsewhere. */
let openings = 0;

/** The button opens the popup's beginning again: the browser keeps what a worker set that was killed half-way. */
export async function resetPopup(): Promise<void> {
  if (openings === 0) await browser.action.setPopup({ popup: '/popup.html' });
}

/**
 * Brings the browser to the front and opens the popup at `hash`, under its button; where the browser does not let us, its
 * page in a tab, or in a window where none is open.
 */
export async function openPopupAt(hash: string): Promise<void> {
  const url = `/popup.html${hash}`;
  openings++;
  try {
    // No popup opens in a window that is not in front, and a tab there would be seen by nobody.
    await browser.windows.update(browser.windows.WINDOW_ID_CURRENT, { focused: true });
    await browser.action.setPopup({ popup: url });
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
  } finally {
    openings--;
    // Or every click on the button would lead there too.
    await resetPopup();
  }
}

/** Opens the page that greets a new user, in a tab of its own. */
export async function openWelcomePage(): Promise<void> {
  await browser.tabs.create({ url: '/welcome.html' });
}

/**
 * Closes the tab this page stands in. False, and nothing happens, where it is the last of its window: the browser would
 * go with it.
 */
export async function closeOwnTab(): Promise<boolean> {
  const [own, tabs] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  if (own?.id === undefined || tabs.length < 2) return false;
  await browser.tabs.remove(own.id);
  return true;
}

/** Opens the options page, or brings it to the front. */
export async function openOptionsPage(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
