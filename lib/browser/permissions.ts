import { browser } from 'wxt/browser';

const FEED_ORIGINS = { origins: ['https://huggingface.co/*'] };

/** Whether the feed's host may be asked: Firefox treats MV3 hosts as optional and lets the user take them back. */
export function hasFeedPermission(): Promise<boolean> {
  return browser.permissions.contains(FEED_ORIGINS);
}

/** Asks the user for the feed's host. Only straight from a click: an await before it loses the user's gesture. */
export function requestFeedPermission(): Promise<boolean> {
  return browser.permissions.request(FEED_ORIGINS);
}

/** Calls `changed` at each grant or withdrawal; returns the function that ends it. First turn in the background. */
export function onPermissionsChanged(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}
