import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { askForPopup, readAlarms, readBadge, readPanel, readStore, readTables, ringAlarm } from './control';
import {
  closeWelcome,
  type ExtensionBrowser,
  eventually,
  type LaunchOptions,
  POPUP_SIZE,
  toExtensionDirectory,
} from './extension-browser';
import { requireBrowser } from './find-browser';
import { createChromeScope } from './firefox-chrome-scope';
import { type FirefoxAddon, installAddon, readAddon, toPreferences } from './firefox-profile';
import { closeBrowser, createProfile, endBrowser, type Profile } from './profile';

/** Starts Firefox with the add-on. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const directory = toExtensionDirectory('firefox', options);
  const addon = readAddon(directory);
  const profile = createProfile(options.profile);
  const isFresh = !existsSync(join(profile.path, 'extensions'));
  await installAddon(profile.path, directory, addon.geckoId);
  const handle = await start(options, profile, addon);
  if (isFresh && !options.isShutOut) await closeWelcome(handle.browser, 'firefox', handle.baseUrl, options);
  return handle;
}

async function start(options: LaunchOptions, profile: Profile, addon: FirefoxAddon): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath ?? (await requireBrowser('firefox')),
    headless: options.headless ?? true,
    userDataDir: profile.path,
    // Who called closes: puppeteer's own handlers would leave the temporary profile behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptInsecureCerts: options.standIn !== undefined,
    defaultViewport: null,
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: toPreferences(addon, options),
    // Without the variable a release build ignores `services.settings.server`.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...options.env },
  });
  try {
    const handle = createHandle(browser, options, profile, addon);
    if (!options.isShutOut) await handle.controlPage();
    return handle;
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
}

function createHandle(
  browser: Browser,
  options: LaunchOptions,
  profile: Profile,
  addon: FirefoxAddon,
): ExtensionBrowser {
  const baseUrl = `moz-extension://${addon.uuid}/`;
  const scope = createChromeScope(browser, addon.geckoId);
  let control: Promise<Page> | undefined;

  /** Made at the first call and again where somebody closed it; two callers at once get the same one. */
  function controlPage(): Promise<Page> {
    const open = () => openTab(browser, `${baseUrl}manifest.json`);
    control = (control ?? open()).then((page) => (page.isClosed() ? open() : page), open);
    return control;
  }

  return {
    name: 'firefox',
    browser,
    baseUrl,
    profile: profile.path,
    controlPage,
    openPage: (path) => openTab(browser, baseUrl + path),
    openPopup: () => openWindow(browser, `${baseUrl}popup.html`),
    async showPopup() {
      const page = await controlPage();
      await eventually(() => askForPopup(page).then(() => true), { what: 'the popup' });
      // A tab of raw JSON is nothing to look at.
      control = undefined;
      await page.close();
    },
    async readPopup(expected = '') {
      const page = await controlPage();
      await page.bringToFront();
      await eventually(async () => {
        await askForPopup(page);
        return true;
      });
      const view = await eventually(
        async () => {
          const shown = await readPanel(page);
          if (shown === null || shown.text.trim() === '' || !shown.text.includes(expected)) return false;
          // On a busy machine the panel has its words before its size.
          return shown.width > UNSIZED_PX && shown;
        },
        { what: `a popup with "${expected}"` },
      );
      await page.evaluate(CLOSE_PANEL);
      return view;
    },
    async openPopupTab() {
      const page = await openTab(browser, `${baseUrl}popup.html`);
      await page.setViewport(POPUP_SIZE);
      return page;
    },
    openOptions: () => openTab(browser, `${baseUrl}options.html`),
    async killWorker() {
      await eventually(
        async () => {
          // Sent again: one that an event is just starting outlives the first.
          await scope.run('extension.terminateBackground({ ignoreDevToolsAttached: true })');
          return (await scope.run('extension.backgroundState')) === 'stopped';
        },
        { what: 'the end of the background', everyMs: 100 },
      );
    },
    isWorkerRunning: async () => (await scope.run('extension.backgroundState')) !== 'stopped',
    wakeAlarm: async (name) => ringAlarm(await controlPage(), name),
    readAlarms: async () => readAlarms(await controlPage()),
    readBadge: async () => readBadge(await controlPage()),
    readStore: async (database, table) => readStore(await controlPage(), database, table),
    readTables: async (wanted) => readTables(await controlPage(), wanted),
    async setFeedAccess(granted) {
      // What about:addons does when the user moves the switch.
      const verb = granted ? 'add' : 'remove';
      await scope.run(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.${verb}(extension.id, { origins: ['https://huggingface.co/*'], permissions: [] }, extension);
      })()`);
    },
    async relaunch(whileClosed) {
      await endBrowser(browser, profile.path);
      whileClosed?.(profile.path);
      return start(options, profile, addon);
    },
    async close() {
      await closeBrowser(browser);
      await profile.dispose();
    },
  };
}

/** What a panel measures until its page is laid out. */
const UNSIZED_PX = 10;

const CLOSE_PANEL = 'for (const view of browser.extension.getViews({ type: "popup" })) view.close()';

/** `goto` of an extension's page never resolves in Firefox: it is started, and the page itself tells when it is there. */
async function openTab(browser: Browser, url: string): Promise<Page> {
  // The add-on is switched on a moment after the first window: until then its pages do not exist. Waited for longer at
  // each try: on a busy machine none would ever have been given the time to load.
  let patienceMs = 5_000;
  return eventually(
    async () => {
      const page = await browser.newPage();
      page.goto(url, { timeout: 0 }).catch(() => {});
      try {
        await waitUntilLoaded(page, url, patienceMs);
        return page;
      } catch (error) {
        patienceMs *= 2;
        await page.close();
        throw error;
      }
    },
    { what: url, timeoutMs: 30_000 },
  );
}

async function waitUntilLoaded(page: Page, url: string, timeoutMs = 30_000): Promise<void> {
  await eventually(
    () =>
      page.evaluate(
        (url) => location.href === url && document.readyState === 'complete' && 'browser' in globalThis,
        url,
      ),
    { what: url, timeoutMs },
  );
}

/** A window as large as the popup, opened by the add-on itself. */
async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ type: 'window', windowBounds: POPUP_SIZE });
  page.goto(url, { timeout: 0 }).catch(() => {});
  await waitUntilLoaded(page, url);
  await page.setViewport(POPUP_SIZE);
  return page;
}
