import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import { eventually, toExtensionDirectory } from '../../harness/browsers/extension-browser';
import { createTinyFeed, toTinyItem } from '../../harness/tiny-feed';
import { syncNow } from './ask';
import { pressText } from './popup-page';
import { readUser, writeRows } from './stores';
import { useSyncedWorld } from './synced-world';
import { toTopicRow } from './topic-row';
import { BROWSER, type World, type WorldOptions } from './world';

/**
 * The production build. Chromium's question for a permission lies outside of any page, where nobody can answer it: there
 * alerts are allowed from the start, in a copy of the manifest. Firefox lets a preference answer.
 */
function toBuild(atEnd: (work: () => void) => void): string {
  const build = toExtensionDirectory(BROWSER, {});
  if (BROWSER === 'firefox') return build;
  const copy = mkdtempSync(join(tmpdir(), 'daily-papers-alerts-'));
  atEnd(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(build, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const { optional_permissions: optional, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, ...optional] }));
  return copy;
}

/** How a browser is started in which alerts can be allowed. `atEnd` takes what is to be done after it. */
export function toAlertingLaunch(
  atEnd: (work: () => void) => void,
  prefs: Record<string, unknown> = {},
): NonNullable<WorldOptions['launch']> {
  // A machine without a notification server ends each alert at once: there Firefox has to draw them itself.
  return { extension: toBuild(atEnd), prefs: { 'alerts.useSystemBackend': false, ...prefs } };
}

/** A synced world in which alerts can be allowed, with two papers today. `prefs` are further ones of Firefox. */
export async function useAlertingWorld(prefs: Record<string, unknown> = {}): Promise<World> {
  const today = new Date().toISOString().slice(0, 10);
  const tiny = createTinyFeed(addDays(today, -30), addDays(today, 30), 2);
  const items = [toTinyItem(today, 0), toTinyItem(today, 1)];
  return useSyncedWorld({
    feed: { read: (day) => (day === today ? items : tiny.read(day)), days: () => [today] },
    launch: toAlertingLaunch(onTestFinished, prefs),
  });
}

/** A synced feed, and a topic whose alerts were switched on by a click. `prefs` are further ones of Firefox. */
export async function useFollowedAgents(prefs: Record<string, unknown> = {}): Promise<World> {
  const world = await useAlertingWorld(prefs);
  const topic = toTopicRow({ name: 'Agents', query: 'agents' });
  await writeRows(world, 'user', 'topics', [topic]);
  const options = await world.browser.openPage(`options.html#topics/${topic.id}`);
  await options.bringToFront();
  await pressText(options, 'Notify me');
  await eventually(async () => (await readUser(world)).topics[0]?.notify === true, { what: 'the switch' });
  await options.close();
  return world;
}

let next = 100;

/** The feed gets papers of these titles today, and is read. */
export async function bring(world: World, ...titles: string[]): Promise<void> {
  world.standIn.feed.grow(
    world.today,
    titles.map((title) => toTinyItem(world.today, next++, { title })),
  );
  await syncNow(world);
}

interface ExtensionApi {
  notifications?: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
}
declare const self: { browser?: ExtensionApi; chrome: ExtensionApi };

/** The alerts that stand: their ids. None where the API is not there. */
export async function readAlerts({ browser }: World): Promise<string[]> {
  const page = await browser.controlPage();
  return page.evaluate(async () => Object.keys((await (self.browser ?? self.chrome).notifications?.getAll()) ?? {}));
}

/** As the user does who waves them away. */
export async function clearAlerts(world: World): Promise<void> {
  const page = await world.browser.controlPage();
  for (const id of await readAlerts(world)) {
    await page.evaluate((id) => (self.browser ?? self.chrome).notifications?.clear(id), id);
  }
}
