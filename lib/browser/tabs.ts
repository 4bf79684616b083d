import { browser } from 'wxt/browser';

/** Opens `url` in a tab. Opening a tab in front closes the popup: nothing may be awaited after it (law 16). */
export async function openTab(url: string, { background = false } = {}): Promise<void> {
  await browser.tabs.create({ url, active: !background });
}

/** Opens the options page, or brings it to the front. */
export async function openOptionsPage(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
