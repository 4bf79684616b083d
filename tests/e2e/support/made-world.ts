import { expect, onTestFinished } from 'vitest';
import { readCopy } from '@/lib/core/copy/read-copy';
import { toStatus } from '@/lib/core/papers/status';
import { eventually } from '../../harness/browsers/extension-browser';
import { untilPopup } from './popup-page';
import { pressKey } from './popup-steps';
import { readUser } from './stores';
import { startSyncedWorld } from './synced-world';
import type { World, WorldOptions } from './world';

interface ExtensionScope {
  browser?: ExtensionScope['chrome'];
  chrome: { storage: { local: { get(keys: null): Promise<Record<string, string>> } } };
}
declare const self: ExtensionScope;

/** What the user made, by value. */
export async function readMade(world: World) {
  const { statuses, topics, settings } = await readUser(world);
  return { statuses, topics, settings };
}

/** The second copy as it stands in `storage.local`. */
export async function readCopyItems(world: World): Promise<Record<string, string>> {
  const page = await world.browser.controlPage();
  return page.evaluate(() => (self.browser ?? self.chrome).storage.local.get(null));
}

/** A synced world in which the user has made something by clicks, all of it in the second copy too. */
export async function startMadeWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startSyncedWorld(options);
  try {
    await makeSomething(world);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** One of that kind that ends with the running test. */
export async function useMadeWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startMadeWorld(options);
  onTestFinished(() => world.close());
  return world;
}

/** A star, a paper kept for later, a topic and a setting. */
async function makeSomething(world: World): Promise<void> {
  const popup = await world.browser.openPopupTab();
  await untilPopup(popup, 'the list', ({ cards }) => cards.length >= 3);
  await popup.waitForSelector('.card-tools');
  await popup.bringToFront();
  for (const key of ['j', 's', 'j', 'l']) await pressKey(popup, key);
  const options = await world.browser.openPage('options.html#appearance');
  await (await options.waitForSelector('input[value="dark"]'))?.evaluate((input) => (input as HTMLElement).click());
  await options.evaluate(() => {
    location.hash = 'topics/new';
  });
  await (await options.waitForSelector('textarea'))?.type('paper');
  await eventually(
    async () => {
      const { statuses, topics, settings } = await readMade(world);
      return statuses.length === 2 && topics[0]?.query === 'paper' && settings.length === 1;
    },
    { what: 'what the user made' },
  );
  await untilCopied(world);
  await Promise.all([popup.close(), options.close()]);
}

/** Waits until the second copy is behind in nothing: two marks, topics, settings, a manifest. */
export async function untilCopied(world: World): Promise<void> {
  await eventually(
    async () => {
      const outbox = await world.browser.readStore<{ key: string }>('daily-papers-user', 'outbox');
      const isWritten = outbox.length === 1 && outbox[0]?.key === 'written';
      return isWritten && Object.keys(await readCopyItems(world)).length >= 4;
    },
    { what: 'the second copy' },
  );
}

/** Waits until the second copy holds what the database does, by value. */
export async function expectCopied(world: World): Promise<void> {
  await untilCopied(world);
  const toText = (rows: readonly object[] = []) => rows.map((row) => JSON.stringify(row)).sort();
  const read = async () => {
    const { statuses, topics, settings } = await readMade(world);
    const copy = readCopy(await readCopyItems(world));
    return {
      made: [statuses.map(toStatus), topics, settings].map(toText),
      copied: [copy?.rows.statuses, copy?.rows.topics, copy?.rows.settings].map(toText),
      refused: copy?.refused,
    };
  };
  // What a test has written past the extension is found at the next start of a page.
  const isEqual = async () => {
    const { made, copied } = await read();
    return JSON.stringify(made) === JSON.stringify(copied);
  };
  await eventually(isEqual, { what: 'an equal copy', timeoutMs: 5_000 }).catch(() => undefined);
  const { made, copied, refused } = await read();
  expect(copied).toEqual(made);
  expect(refused).toEqual([]);
}
