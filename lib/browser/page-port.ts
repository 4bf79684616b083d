import { browser } from 'wxt/browser';

/*
 * How the background hears that a page has ended: the browser tells it, of a page that was killed too. What a popup sends
 * while it closes is lost in Chrome. An open port keeps no worker awake.
 */

/**
 * Has the background hear of the end of this page; one that sleeps is woken by this. `onLost` is called when the background
 * is gone, or was never there: it then hears of nothing any more.
 */
export function openPagePort(onLost: () => void): void {
  const port = browser.runtime.connect();
  port.onDisconnect.addListener(() => {
    // Unread, it would be logged as an error of the page wherever a worker falls asleep.
    void browser.runtime.lastError;
    onLost();
  });
}

/** Calls `run` when a page that has opened its port ends. Must be called in the first turn of the background (law 1). */
export function onPageEnded(run: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.sender?.id === browser.runtime.id) port.onDisconnect.addListener(run);
  });
}
