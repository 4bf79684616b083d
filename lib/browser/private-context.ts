/** What of the API is looked at here. */
interface PrivateFacts {
  runtime?: { getURL?(path: string): string };
  extension?: { inIncognitoContext?: boolean };
}

/**
 * True for a page in a private window of Firefox, which has databases of its own, empty and gone with the window.
 * Chrome's `spanning` pages share the ordinary ones, whatever the flag says there.
 */
export function isPrivateContext(): boolean {
  // Firefox's own global: `wxt/browser` would be one more module in front of the popup's first list.
  const { browser } = globalThis as { browser?: PrivateFacts };
  if (!browser?.runtime?.getURL?.('').startsWith('moz-extension:')) return false;
  return browser.extension?.inIncognitoContext === true;
}
