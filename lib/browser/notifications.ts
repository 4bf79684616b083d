import { browser } from 'wxt/browser';

/** An alert, as plain text: browsers read no markup in it. */
export interface Notice {
  /** A second one of the same id takes the place of the first. */
  id: string;
  title: string;
  message: string;
}

/** Shows an alert of the system. Rejects where that is not allowed. */
export async function showNotification({ id, title, message }: Notice): Promise<void> {
  await browser.notifications.create(id, { type: 'basic', iconUrl: '/icons/128.png', title, message });
}

/** Takes an alert away: Chrome leaves one that was clicked among the others. */
export async function clearNotification(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

/** Takes every alert away. Nothing where alerts were never allowed. */
export async function clearNotifications(): Promise<void> {
  const standing = (await browser.notifications?.getAll()) ?? {};
  await Promise.all(Object.keys(standing).map(clearNotification));
}

/** Calls `clicked` with the id of an alert that was clicked. Must be called in the first turn of the background (law 1). */
export function onNotificationClicked(clicked: (id: string) => void): void {
  const listen = () => browser.notifications?.onClicked.addListener(clicked);
  listen();
  // Before the grant there is no such API; it comes in the middle of a worker's life. Added twice, a listener is one.
  browser.permissions.onAdded.addListener(listen);
}
