import { onTestFinished } from 'vitest';
import { addDays, DAY_MS, type Day, isWeekend, startOfDay, toUtcDay } from '@/lib/core/days/day';
import {
  type BrowserName,
  type ExtensionBrowser,
  eventually,
  type LaunchOptions,
} from '../../harness/browsers/extension-browser';
import { launchBrowser } from '../../harness/browsers/launch';
import type { Feed } from '../../harness/stand-in/feed';
import { startServer } from '../../harness/stand-in/server';
import { createStandIn, type StandIn } from '../../harness/stand-in/stand-in';
import { createTinyFeed, toTinyItem } from '../../harness/tiny-feed';

/** The browser of this run: vitest.e2e.config.ts chooses the files by the same variable. */
export const BROWSER: BrowserName = process.env.E2E_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** A browser with the production build in it, and the stand-in that answers it as huggingface.co. */
export interface World {
  readonly standIn: StandIn;
  /** The UTC day on which the world was made. */
  readonly today: Day;
  /** Another one after `restart`. */
  readonly browser: ExtensionBrowser;
  /** Ends the browser and starts it again with the same profile; its files can be changed in between. */
  restart(whileClosed?: (profile: string) => void): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** `toDailyFeed()` where it is not given. */
  feed?: Feed;
  /** What the server does from its first request on. */
  prepare?(standIn: StandIn): void;
  launch?: Omit<LaunchOptions, 'standIn'>;
  /** The server's clock, ms. */
  now?: () => number;
}

/** Starts server and browser. The first sync begins at once: the extension has just been installed. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  await untilDayLasts();
  const standIn = createStandIn({
    feed: options.feed ?? toDailyFeed(),
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  options.prepare?.(standIn);
  const server = await startServer(standIn);
  const launch = { ...options.launch, standIn: { port: server.port, spki: server.spki } };
  let browser = await launchBrowser(BROWSER, launch);
  return {
    standIn,
    today: toUtcDay(standIn.now()),
    get browser() {
      return browser;
    },
    async restart(whileClosed) {
      browser = await browser.relaunch(whileClosed);
    },
    async close() {
      // The server first: a request that hangs would hold up the browser's end.
      await server.close();
      await browser.close();
    },
  };
}

/** A world that ends with the running test. */
export async function useWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld(options);
  onTestFinished(() => world.close());
  return world;
}

/** Papers on each weekday around today, and today also where it is a Saturday: a test must not know its weekday. */
function toDailyFeed(perDay = 3): Feed {
  const today = toUtcDay(Date.now());
  const feed = createTinyFeed(addDays(today, -30), addDays(today, 30), perDay);
  const items = Array.from({ length: perDay }, (_, index) => toTinyItem(today, index));
  return {
    read: (day) => (day === today ? items : feed.read(day)),
    days: (until) => [...new Set([...feed.days(until), ...(today <= until ? [today] : [])])].sort(),
  };
}

/** The days a first sync asks for, today first. */
export function toFirstDays(today: Day): Day[] {
  return Array.from({ length: 15 }, (_, age) => addDays(today, -age));
}

/** Those of them that have papers in `toDailyFeed`. */
export function toPaperDays(today: Day): Day[] {
  return toFirstDays(today).filter((day) => day === today || !isWeekend(day));
}

const LONGEST_TEST_MS = 90_000;

/** A test that runs over midnight UTC would see two todays: it begins after it. */
async function untilDayLasts(): Promise<void> {
  const midnight = startOfDay(toUtcDay(Date.now())) + DAY_MS;
  if (midnight - Date.now() > LONGEST_TEST_MS) return;
  await eventually(() => Date.now() > midnight, { timeoutMs: LONGEST_TEST_MS + 5_000, everyMs: 500, what: 'midnight' });
}
