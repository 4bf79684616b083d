import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Day, toUtcDay } from '@/lib/core/days/day';
import type { SyncJob } from '@/lib/core/sync/state';
import { type ExtensionBrowser, eventually, toExtensionDirectory } from '../browsers/extension-browser';
import { launchChromium } from '../browsers/launch-chromium';
import { startServer } from '../stand-in/server';
import { createStandIn, type StandIn } from '../stand-in/stand-in';
import { waitForSync } from '../start/report';
import { keepRows, readRows, restoreRows, upgradeDatabase } from './database';
import { createStateFeed, type FeedDays, toFeedDays } from './feed';

/**
 * Where the states live. `full`: everything was read. `under-way`: today is there, the other days come slowly.
 * `empty`: the server took the first request and does not answer. `refused`: nothing was ever read, and the sync is over.
 * `silent`: everything was read, then the background stopped answering. `newer`: everything was read, and then written
 * by a later version of the extension.
 */
export const WORLDS = ['full', 'under-way', 'empty', 'refused', 'silent', 'newer'] as const;
export type WorldName = (typeof WORLDS)[number];

/** A browser with the production build, and the server it reads; both databases can be put back as they were. */
export interface StateWorld {
  readonly browser: ExtensionBrowser;
  readonly standIn: StandIn;
  readonly days: FeedDays;
  /** The databases as they were when the world was opened. */
  rewind(): Promise<void>;
  close(): Promise<void>;
}

/** Longer than a browser is open here, shorter than the time after which a request is given up. */
const SLOW_MS = 20_000;

const PREPARE: Readonly<Record<WorldName, (standIn: StandIn, today: Day) => void>> = {
  full: () => undefined,
  'under-way': (standIn, today) => {
    standIn.play({ kind: 'mutate', change: (items) => items }, { date: today });
    standIn.play({ kind: 'delay', ms: SLOW_MS });
  },
  empty: (standIn) => standIn.play({ kind: 'hang' }),
  refused: (standIn) => standIn.play({ kind: 'html' }),
  silent: () => undefined,
  newer: () => undefined,
};

/** A headless browser has no pointer that hovers: pages would show all their tools at once, as on a touch screen. */
const WITH_MOUSE =
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';

/** Opens a world and waits until it is what its name says. `scale`: pixels per CSS pixel. */
export async function openWorld(name: WorldName, scale?: number): Promise<StateWorld> {
  const today = toUtcDay(Date.now());
  const standIn = createStandIn({ feed: createStateFeed(today) });
  PREPARE[name](standIn, today);
  const server = await startServer(standIn);
  const copy = name === 'silent' ? copySilentBuild() : undefined;
  const browser = await launchChromium({
    standIn: server,
    args: [WITH_MOUSE],
    ...(scale === undefined ? {} : { scale }),
    // A background that answers nobody opens no page at install either.
    ...(copy === undefined ? {} : { extension: copy, keepWelcome: true }),
  });
  await UNTIL_READY[name](browser);
  const page = await browser.controlPage();
  await keepRows(page);
  return {
    browser,
    standIn,
    days: toFeedDays(today),
    rewind: () => restoreRows(page),
    async close() {
      // The server first: a request that hangs would hold up the browser's end.
      await server.close();
      await browser.close();
      if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
    },
  };
}

const UNTIL_READY: Readonly<Record<WorldName, (browser: ExtensionBrowser) => Promise<void>>> = {
  full: waitForSync,
  'under-way': (browser) => untilJob(browser, ({ daysDone }) => daysDone > 0),
  empty: (browser) => untilJob(browser, () => true),
  refused: waitForSync,
  // Nobody else reads the feed there: an open page does.
  async silent(browser) {
    const popup = await browser.openPopupTab();
    await waitForSync(browser);
    await popup.close();
  },
  async newer(browser) {
    await waitForSync(browser);
    for (const database of ['feed', 'user'] as const) await upgradeDatabase(browser, database);
  },
};

async function untilJob(browser: ExtensionBrowser, isFarEnough: (job: SyncJob) => boolean): Promise<void> {
  await eventually(
    async () => {
      const rows = await readRows<{ key: string; value: SyncJob }>(browser, 'feed', 'meta');
      const job = rows.find(({ key }) => key === 'job')?.value;
      return job !== undefined && isFarEnough(job);
    },
    { what: 'a sync under way', timeoutMs: 30_000 },
  );
}

/** Takes every message and answers none; the functions are kept, or browsers would tell that they are gone. */
const SILENT_BACKGROUND = `
  const kept = [];
  (globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, answer) => {
    kept.push(answer);
    return true;
  });
`;

function copySilentBuild(): string {
  const copy = mkdtempSync(join(tmpdir(), 'daily-papers-silent-'));
  cpSync(toExtensionDirectory('chromium', {}), copy, { recursive: true });
  writeFileSync(join(copy, 'background.js'), SILENT_BACKGROUND);
  return copy;
}
