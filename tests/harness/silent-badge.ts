import { browser } from 'wxt/browser';

/** The fake browser has no icon to paint: here it takes every colour and number and keeps none. */
export function installSilentBadge(): void {
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
}
