import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, isWeekend } from '@/lib/core/days/day';
import { formatDayHeading, formatPaperDate } from '@/lib/core/days/format';
import type { RequestRow } from '@/lib/core/sync/request-row';
import { eventually } from '../harness/browsers/extension-browser';
import { createTinyFeed } from '../harness/tiny-feed';
import { askSync, clearAlarms } from './support/ask';
import { press, pressText } from './support/popup-page';
import { readFeed, readMeta, untilBadgeIsRight, untilSynced } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import type { World } from './support/world';

const PER_DAY = 3;

let world: World;
let old: Day;
let lastYear: Day;
beforeAll(async () => {
  const now = new Date().toISOString().slice(0, 10);
  world = await startSyncedWorld({ feed: createTinyFeed(addDays(now, -400), addDays(now, 2), PER_DAY) });
  old = toWeekday(addDays(world.today, -45));
  lastYear = toWeekday(addDays(world.today, -365));
  return () => world.close();
});

/** `day`, or the Friday before its weekend: the feed of this test rests then. */
function toWeekday(day: Day): Day {
  return isWeekend(day) ? toWeekday(addDays(day, -1)) : day;
}

const readRow = async (day: Day) => (await readFeed(world)).days.find((row) => row.date === day);
const readRequests = () => world.browser.readStore<RequestRow>('daily-papers-feed', 'requests');

describe('a day that is picked', () => {
  it('is read from a page though it is old: stored with its ledger row, alone, and the badge stands', async () => {
    const { lastSuccessAt } = await untilSynced(world);
    const badge = await untilBadgeIsRight(world);
    world.standIn.clearLog();
    const options = await world.browser.openPage('options.html#schedule');
    await pressText(options, 'Show the last 60 days');
    await press(options, `Read: ${formatDayHeading(old, world.today)}`);
    const row = await eventually(async () => (await readRow(old))?.readAt !== undefined && readRow(old), {
      what: 'the row of the day',
    });
    expect(row).toMatchObject({ state: 'complete', papers: PER_DAY, picked: true });
    expect(row?.settledAt).toBeDefined();
    await options.waitForFunction(() => document.querySelector('.ledger')?.textContent?.includes('picked by you'));
    await eventually(async () => (await readMeta(world)).job === undefined, { what: 'the end of the reading' });
    const { papers } = await readFeed(world);
    expect(papers.filter((paper) => paper.dailyDate === old)).toHaveLength(PER_DAY);
    expect(world.standIn.log.map(({ host, query }) => [host, query.date])).toEqual([['huggingface.co', old]]);
    expect(await untilBadgeIsRight(world)).toBe(badge);
    expect((await readMeta(world)).schedule?.lastSuccessAt).toBe(lastSuccessAt);
    await options.close();
  });

  it('stands in the log of requests, which holds what the server saw and no other host', async () => {
    const rows = await readRequests();
    expect(new Set(rows.map(({ host }) => host))).toEqual(new Set(['huggingface.co']));
    const last = rows.reduce((a, b) => ((a.seq ?? 0) > (b.seq ?? 0) ? a : b));
    const sent = world.standIn.log[0];
    expect(last).toMatchObject({ path: sent?.target, method: 'GET', status: 200, day: old, picked: true });
    const privacy = await world.browser.openPage('options.html#privacy');
    await privacy.waitForSelector('.requests tbody tr');
    const first = await privacy.evaluate(() => document.querySelector('.requests tbody tr')?.textContent);
    expect(first).toContain(`huggingface.co${sent?.target}`);
    expect(first).toContain(`You picked ${formatPaperDate(old, world.today)}`);
    await privacy.close();
  });

  it('is read by the next life of the worker where it dies on the way', async () => {
    world.standIn.clearLog();
    world.standIn.play({ kind: 'delay', ms: 20_000 }, { date: lastYear, times: 1 });
    const asked = askSync(world, 'hand', lastYear).catch(() => undefined);
    await eventually(() => world.standIn.feedRequests(lastYear).length === 1, { what: 'the request' });
    await world.browser.killWorker();
    await asked;
    expect(await readRow(lastYear)).toBeUndefined();
    expect((await readMeta(world)).wanted).toEqual([lastYear]);
    await world.browser.wakeAlarm('resume');
    await eventually(async () => (await readRow(lastYear))?.papers === PER_DAY, { what: 'the row of the day' });
    await eventually(async () => (await readMeta(world)).job === undefined, { what: 'the end of the reading' });
    expect(await readMeta(world)).not.toHaveProperty('wanted');
    const unanswered = (await readRequests()).filter(({ bytes }) => bytes === undefined);
    expect(unanswered.map(({ day }) => day)).toEqual([lastYear]);
  });

  it('is refused where the feed can have no list, and nothing is asked', async () => {
    await clearAlarms(world);
    world.standIn.clearLog();
    for (const day of ['2023-05-03', addDays(world.today, 2)])
      expect(await askSync(world, 'hand', day)).toEqual({ kind: 'refused' });
    expect(world.standIn.log).toEqual([]);
  });

  it('does not make the next whole sync fetch what lies between', async () => {
    world.standIn.clearLog();
    expect(await askSync(world, 'hand')).toMatchObject({ kind: 'finished' });
    const dates = world.standIn.feedRequests().map(({ query }) => query.date ?? '');
    expect(dates).toContain(world.today);
    expect(dates.filter((date) => date < addDays(world.today, -14))).toEqual([]);
  });
});
