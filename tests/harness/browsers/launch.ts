import type { BrowserName, ExtensionBrowser, LaunchOptions } from './extension-browser';
import { launchChromium } from './launch-chromium';
import { launchFirefox } from './launch-firefox';

export function launchBrowser(name: BrowserName, options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  return name === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
