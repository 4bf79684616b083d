import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { toChromiumArguments } from './chromium-arguments';
import { keepExtension, prepareChromiumProfile } from './chromium-profile';
import { type Workers, watchWorkers } from './chromium-workers';
import { askForPopup, readAlarms, readBadge, readStore, readTables, ringAlarm } from './control';
import {
  closeWelcome,
  type ExtensionBrowser,
  eventually,
  type LaunchOptions,
  POPUP_SIZE,
  toExtensionDirectory,
} from './extension-browser';
import { requireBrowser } from './find-browser';
import { closeBrowser, createProfile, endBrowser, type Profile } from './profile';

/** Starts Chromium (or Chrome, Edge, Brave) with the extension. */
export async function launchChromium(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const profile = createProfile(options.profile);
  const isFresh = prepareChromiumProfile(profile.path);
  const handle = await start(options, profile);
  if (isFresh) await closeWelcome(handle.browser, 'chromium', handle.baseUrl, options);
  return handle;
}

async function start(options: LaunchOptions, profile: Profile, installed?: string): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    executablePath: options.executablePath ?? (await requireBrowser('chromium')),
    pipe: true,
    // Who called closes: puppeteer's own handlers would leave the temporary profile behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    enableExtensions: true,
    headless: options.headless ?? true,
    userDataDir: profile.path,
    defaultViewport: null,
    args: toChromiumArguments(options),
    ...(options.env === undefined ? {} : { env: { ...process.env, ...options.env } }),
    // An attached debugger keeps a worker alive for ever.
    targetFilter: (target) => !toUnattached(options).includes(target.type()),
  });
  try {
    // Installed again only where it is not kept: that would be an update, with `onInstalled` in place of `onStartup`.
    const id = installed ?? (await browser.installExtension(toExtensionDirectory('chromium', options)));
    return createHandle(browser, id, options, profile);
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
}

/** Types of targets no debugger goes to. A popup has no type of its own before its page is there. */
function toUnattached({ attachWorker, attachPopup }: LaunchOptions): string[] {
  return [...(attachWorker === false ? ['service_worker'] : []), ...(attachPopup === false ? ['other'] : [])];
}

function createHandle(browser: Browser, id: string, options: LaunchOptions, profile: Profile): ExtensionBrowser {
  const baseUrl = `chrome-extension://${id}/`;
  let control: Promise<Page> | undefined;
  let workers: Promise<Workers> | undefined;
  let extensions: Promise<Page> | undefined;

  /** Made at the first call and again where somebody closed it; two callers at once get the same one. */
  function controlPage(): Promise<Page> {
    const open = () => openTab(browser, `${baseUrl}manifest.json`, true);
    control = (control ?? open()).then((page) => (page.isClosed() ? open() : page), open);
    return control;
  }

  async function watchedWorkers(): Promise<Workers> {
    workers ??= controlPage()
      .then((page) => page.createCDPSession())
      .then((session) => watchWorkers(session, baseUrl));
    return workers;
  }

  /** openPopup rejects now and then when no window is in front: bring one there and ask again. */
  async function openPopup(): Promise<Page> {
    const page = await controlPage();
    const before = new Set(browser.targets());
    await page.bringToFront();
    const target = await eventually(
      async () => {
        await askForPopup(page);
        return browser.waitForTarget(
          (target) => !before.has(target) && target.url().startsWith(`${baseUrl}popup.html`),
          {
            timeout: 2_000,
          },
        );
      },
      { what: 'the popup' },
    );
    return target.asPage();
  }

  const handle: ExtensionBrowser = {
    name: 'chromium',
    browser,
    baseUrl,
    profile: profile.path,
    controlPage,
    openPage: (path) => openTab(browser, baseUrl + path),
    openPopup,
    async showPopup() {
      const page = await controlPage();
      await eventually(() => askForPopup(page).then(() => true), { what: 'the popup' });
      // A tab of raw JSON is nothing to look at.
      control = undefined;
      await page.close();
    },
    async readPopup(expected = '') {
      const popup = await openPopup();
      const text = await eventually(
        async () => {
          // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the user sees.
          const shown = await popup.evaluate(() => document.body.innerText);
          return shown.trim() !== '' && shown.includes(expected) && shown;
        },
        { what: `a popup with "${expected}"` },
      );
      const size = await popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      await popup.close();
      return { ...size, text };
    },
    async openPopupTab() {
      const page = await openTab(browser, `${baseUrl}popup.html`);
      await page.setViewport({ ...POPUP_SIZE, ...(options.scale ? { deviceScaleFactor: options.scale } : {}) });
      return page;
    },
    openOptions: () => openTab(browser, `${baseUrl}options.html`),
    async killWorker() {
      const { session, running } = await watchedWorkers();
      await eventually(
        async () => {
          // Sent again: a worker that an event is just starting outlives the first.
          await session.send('ServiceWorker.stopAllWorkers');
          return running.size === 0;
        },
        { what: 'the end of the worker', everyMs: 100 },
      );
    },
    isWorkerRunning: async () => (await watchedWorkers()).running.size > 0,
    wakeAlarm: async (name) => ringAlarm(await controlPage(), name),
    readAlarms: async () => readAlarms(await controlPage()),
    readBadge: async () => readBadge(await controlPage()),
    readStore: async (database, table) => readStore(await controlPage(), database, table),
    readTables: async (wanted) => readTables(await controlPage(), wanted),
    async setFeedAccess(granted) {
      // Kept open: the browser takes two seconds to build it.
      extensions ??= openTab(browser, 'chrome://extensions');
      await setHostAccess(await extensions, id, granted);
    },
    async relaunch(whileClosed) {
      await endBrowser(browser, profile.path);
      whileClosed?.(profile.path);
      return start(options, profile, keepExtension(profile.path, id) ? id : undefined);
    },
    async close() {
      await closeBrowser(browser);
      await profile.dispose();
    },
  };
  return handle;
}

async function openTab(browser: Browser, url: string, reuseBlank = false): Promise<Page> {
  const blank = reuseBlank ? (await browser.pages()).find((page) => page.url() === 'about:blank') : undefined;
  const page = blank ?? (await browser.newPage());
  await page.goto(url);
  return page;
}

/** Through chrome://extensions, where the user does it: `permissions.remove` refuses what the manifest requires. */
async function setHostAccess(page: Page, id: string, granted: boolean): Promise<void> {
  const hostAccess = granted ? 'ON_ALL_SITES' : 'ON_CLICK';
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId: id, hostAccess })})`,
  );
}
