import type { Page } from 'puppeteer-core';
import type { SyncReply } from '@/lib/app/sync-papers';
import type { Day } from '@/lib/core/days/day';
import { eventually } from '../../harness/browsers/extension-browser';
import type { World } from './world';

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  alarms: { clearAll(): Promise<boolean> };
}

// Inside a page of the extension; Chromium before 148 knows only `chrome`.
declare const self: { browser?: ExtensionApi; chrome: ExtensionApi };

/** Asks the background for a sync, or for one day, as a page of the extension does, and returns its answer. */
export async function askSync(world: World, trigger: 'page' | 'hand' = 'hand', day?: Day): Promise<SyncReply> {
  return askSyncFrom(await world.browser.controlPage(), trigger, day);
}

/**
 * Reads the feed as the refresh button does, and returns how that ended. A sync that has just stored its end still holds
 * the lock for a moment: until it is free the answer is "under way".
 */
export function syncNow(world: World): Promise<SyncReply> {
  return eventually(
    async () => {
      const reply = await askSync(world);
      return reply.kind !== 'under-way' && reply;
    },
    { timeoutMs: 40_000, everyMs: 200, what: 'a sync of our own' },
  );
}

export function askSyncFrom(page: Page, trigger: 'page' | 'hand', day?: Day): Promise<SyncReply> {
  return page.evaluate(
    (ask) => (self.browser ?? self.chrome).runtime.sendMessage({ kind: 'sync', ...ask }),
    day === undefined ? { trigger } : { trigger, day },
  ) as Promise<SyncReply>;
}

/** What browsers do at restarts, at updates and when the extension is switched off and on. */
export async function clearAlarms(world: World): Promise<void> {
  const page = await world.browser.controlPage();
  await page.evaluate(() => (self.browser ?? self.chrome).alarms.clearAll());
}

/** Asks the background to count the badge again, as a page that closes does. */
export async function askRecount(world: World): Promise<void> {
  const page = await world.browser.controlPage();
  await page.evaluate(() => (self.browser ?? self.chrome).runtime.sendMessage({ kind: 'recount' }));
}
