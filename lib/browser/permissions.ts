import { browser } from 'wxt/browser';

const FEED = { origins: ['https://huggingface.co/*'] };
const ALERTS = { permissions: ['notifications' as const] };
const DOWNLOADS = { permissions: ['downloads' as const] };

/** Whether the feed's host may be asked: Firefox treats MV3 hosts as optional and lets the user take them back. */
export function hasFeedPermission(): Promise<boolean> {
  return browser.permissions.contains(FEED);
}

/** Asks the user for the feed's host. Only straight from a click: an await before it loses the user's gesture. */
export function requestFeedPermission(): Promise<boolean> {
  return browser.permissions.request(FEED);
}

/** Whether alerts may be shown. */
export function hasAlertPermission(): Promise<boolean> {
  return browser.permissions.contains(ALERTS);
}

/** Asks the user for alerts, where they are not allowed yet. Only straight from a click, like the host. */
export function requestAlertPermission(): Promise<boolean> {
  return browser.permissions.request(ALERTS);
}

/** Gives the permission for alerts back; browsers have no page where the user could. */
export function removeAlertPermission(): Promise<boolean> {
  return browser.permissions.remove(ALERTS);
}

/** Whether files may be saved into the folder of downloads without asking each time. */
export function hasDownloadsPermission(): Promise<boolean> {
  return browser.permissions.contains(DOWNLOADS);
}

/** Asks the user for that. Only straight from a click, like the host. */
export function requestDownloadsPermission(): Promise<boolean> {
  return browser.permissions.request(DOWNLOADS);
}

/** Gives it back. */
export function removeDownloadsPermission(): Promise<boolean> {
  return browser.permissions.remove(DOWNLOADS);
}

/**
 * Calls `changed` at each grant or withdrawal, with whether it is about the feed's host; returns the function that ends
 * it. First turn in the background.
 */
export function onPermissionsChanged(changed: (isFeed: boolean) => void): () => void {
  const tell = ({ origins }: { origins?: readonly string[] }) => changed((origins ?? []).length > 0);
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  return () => {
    browser.permissions.onAdded.removeListener(tell);
    browser.permissions.onRemoved.removeListener(tell);
  };
}
