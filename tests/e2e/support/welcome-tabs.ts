import type { World } from './world';

// Inside a page of the extension; Chromium before 148 knows only `chrome`.
interface ExtensionApi {
  extension: { getViews(of: { type: 'tab' }): Window[] };
}
declare const self: { browser?: ExtensionApi; chrome: ExtensionApi };

/**
 * How many tabs show the welcome page, by the extension itself: puppeteer is not told when Firefox closes a tab that it
 * did not ask to close.
 */
export async function countWelcome({ browser }: World): Promise<number> {
  const page = await browser.controlPage();
  return page.evaluate(
    () =>
      (self.browser ?? self.chrome).extension
        .getViews({ type: 'tab' })
        .filter(({ location }) => location.pathname === '/welcome.html').length,
  );
}
