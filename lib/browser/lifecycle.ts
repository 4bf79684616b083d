import { browser } from 'wxt/browser';

/** Why the extension was installed or changed. */
export type InstallReason = 'install' | 'update' | 'other';

/** Must be called in the first turn of the background (law 1). */
export function onInstalled(run: (reason: InstallReason) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    run(reason === 'install' || reason === 'update' ? reason : 'other');
  });
}

/** The browser started with the extension in it. First turn of the background. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
}

/** The version in the manifest. */
export function readVersion(): string {
  return browser.runtime.getManifest().version;
}
