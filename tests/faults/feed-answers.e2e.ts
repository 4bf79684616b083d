import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askSync, syncNow } from '../e2e/support/ask';
import { press, untilPopup } from '../e2e/support/popup-page';
import { letTimePass, readFacts, readFeed, readMeta, untilSynced, writeRows } from '../e2e/support/stores';
import { BROWSER, startWorld, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { toTinyItem } from '../harness/tiny-feed';

const MINUTE_MS = 60_000;

let world: World;
beforeAll(async () => {
  world = await startWorld({ prepare: (standIn) => standIn.play({ kind: 'html' }) });
  return () => world.close();
});
afterEach(() => world.standIn.reset());

const readLedgerOfToday = async () => (await readFeed(world)).days.find((row) => row.date === world.today);

describe('FAULTS 14: a captive portal answers', () => {
  it('stores nothing of it, says so in the popup, and reads the feed once the portal is gone', async () => {
    const { failure } = await untilSynced(world);
    expect(failure?.kind).toBe('not-json');
    const { papers, listings } = await readFeed(world);
    expect({ papers, listings }).toEqual({ papers: [], listings: [] });
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the reason', ({ all }) =>
      all.includes('Something else answered in place of Hugging Face'),
    );
    world.standIn.reset();
    // FAULTS 13, on the way: an answer that takes its time must not end a transaction.
    world.standIn.play({ kind: 'delay', ms: 1_500 }, { times: 2 });
    const pressedAt = Date.now();
    await press(popup, 'Read the feed now');
    await untilPopup(popup, 'the papers', ({ cards }) => cards.length === 3);
    await popup.close();
    await untilSynced(world, { after: pressedAt });
  });
});

describe('FAULTS 13: an answer takes its time', () => {
  it('is stored whole: no transaction waits for the network', async () => {
    world.standIn.feed.grow(world.today, [toTinyItem(world.today, 100)]);
    world.standIn.play({ kind: 'delay', ms: 3_000 }, { date: world.today, times: 1 });
    expect(await syncNow(world)).toMatchObject({ kind: 'finished', newPapers: 1 });
    expect(await readLedgerOfToday()).toMatchObject({ state: 'complete', papers: 4 });
    expect((await readMeta(world)).schedule?.failure).toBeUndefined();
  });
});

describe('FAULTS 15: cut off and malformed answers', () => {
  it('stores nothing of a body that was cut off, and asks again', async () => {
    const before = await readFacts(world);
    for (const fault of [{ kind: 'truncate' }, { kind: 'cut' }] as const) {
      world.standIn.play(fault, { date: world.today, times: 1 });
      await syncNow(world);
      const { papers, listings } = await readFacts(world);
      expect({ papers, listings }).toEqual({ papers: before.papers, listings: before.listings });
      expect((await readLedgerOfToday())?.failure).toBeDefined();
    }
    await syncNow(world);
    expect((await readLedgerOfToday())?.failure).toBeUndefined();
  });

  it('drops a bad item alone, and the ledger in the options says which and why', async () => {
    const good = toTinyItem(world.today, 200);
    world.standIn.feed.grow(world.today, ['not a paper', { paper: { id: 25_03.02 } }, good]);
    await syncNow(world);
    expect(await readLedgerOfToday()).toMatchObject({ state: 'complete', droppedCount: 2 });
    expect((await readFeed(world)).papers.some((paper) => paper.title === `Paper 200 of ${world.today}`)).toBe(true);
    const options = await world.browser.openPage('options.html#schedule');
    await options.waitForFunction(() => document.querySelector('.ledger')?.textContent?.includes('2 items'));
    await options.close();
  });
});

describe('FAULTS 17: 429', () => {
  it('asks nothing before the reset the server named, whoever asks, and reads on after it', async () => {
    const resetSeconds = 6;
    world.standIn.clearLog();
    world.standIn.play({ kind: 'rate-limited', resetSeconds }, { times: 1 });
    expect(await syncNow(world)).toMatchObject({ failure: { kind: 'rate-limited' } });
    const toldAt = world.standIn.feedRequests()[0]?.at ?? 0;
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the reason', ({ note }) => note.includes('asked us to wait until'));
    while (Date.now() < toldAt + resetSeconds * 1_000 - 1_500) {
      expect(await askSync(world)).toMatchObject({ kind: 'barred' });
      await world.browser.wakeAlarm('sync');
      await wait(500);
    }
    expect(world.standIn.feedRequests()).toHaveLength(1);
    const reply = await eventually(
      async () => {
        const answer = await askSync(world);
        return answer.kind === 'finished' && answer;
      },
      { what: 'a sync after the reset', everyMs: 200 },
    );
    expect(reply).not.toHaveProperty('failure');
    expect((world.standIn.feedRequests()[1]?.at ?? 0) - toldAt).toBeGreaterThanOrEqual(resetSeconds * 1_000);
    await popup.close();
  });
});

describe('FAULTS 19: a request hangs', () => {
  it('gives a socket up that never answers, and syncs at the next alarm', async () => {
    world.standIn.play({ kind: 'hang' }, { times: 1 });
    const hung = askSync(world);
    await eventually(async () => (await readMeta(world)).job, { what: 'the hanging sync' });
    expect(await askSync(world, 'hand')).toMatchObject({ kind: 'under-way' });
    expect(await hung).toMatchObject({ kind: 'finished', failure: { kind: 'timeout' } });
    await letTimePass(world, 5 * MINUTE_MS);
    const rungAt = Date.now();
    await world.browser.wakeAlarm('sync');
    expect(await untilSynced(world, { after: rungAt })).not.toHaveProperty('failure');
  });

  it('takes the lock from a page that holds it past its time', async () => {
    const page = await world.browser.openPage('manifest.json');
    await page.evaluate(
      () =>
        new Promise<void>((held) => {
          void navigator.locks.request('sync', () => {
            held();
            return new Promise(() => undefined);
          });
        }),
    );
    const since = Date.now();
    await writeRows(world, 'feed', 'meta', [{ key: 'hold', value: { holder: 'a frozen page', since } }]);
    expect(await askSync(world)).toMatchObject({ kind: 'under-way' });
    await writeRows(world, 'feed', 'meta', [
      { key: 'hold', value: { holder: 'a frozen page', since: since - 10 * MINUTE_MS } },
    ]);
    expect(await askSync(world)).toMatchObject({ kind: 'finished' });
    await page.close();
  });
});

describe.runIf(BROWSER === 'chromium')('FAULTS 20: navigator.onLine is wrong', () => {
  it('syncs though the browser says it is offline, and tells by it only what it calls a failure', async () => {
    await world.browser.wakeAlarm('midnight');
    const target = await world.browser.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    if (!worker) throw new Error('there is no worker');
    await worker.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }));
    expect(await syncNow(world)).not.toHaveProperty('failure');
    expect(await worker.evaluate(() => navigator.onLine)).toBe(false);

    world.standIn.play({ kind: 'drop' });
    expect(await syncNow(world)).toMatchObject({ failure: { kind: 'offline' } });
    await worker.evaluate(() => Reflect.deleteProperty(navigator, 'onLine'));
    expect(await syncNow(world)).toMatchObject({ failure: { kind: 'unreachable' } });
    world.standIn.reset();
    expect(await syncNow(world)).not.toHaveProperty('failure');
  });
});
