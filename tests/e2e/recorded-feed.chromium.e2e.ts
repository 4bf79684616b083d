import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, toUtcDay, toWeekday } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import type { IncomingPaper } from '@/lib/core/papers/paper';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { readBody, readRecordedFeed } from '../harness/stand-in/recorded-feed';
import { toNewestWeekday } from '../harness/stand-in/shift-days';
import type { StandIn } from '../harness/stand-in/stand-in';
import { hasRecordedFeed, RECORDED_FEED, readRecordedBodies } from '../unit/recorded-data';
import { syncNow } from './support/ask';
import { clickOn, press, untilPopup } from './support/popup-page';
import { letTimePass, readFeed, readUser, untilBadgeIsRight, untilSynced, writeRows } from './support/stores';
import { toTopicRow } from './support/topic-row';
import { startWorld, type World } from './support/world';

const DAYS = join(RECORDED_FEED, 'days');
const GROWN = '2025-10-31';
const DAY_MS = 86_400_000;

/** Runs of recorded weekdays without a hole; each is long enough for any weekday of today. */
const RUNS = [
  { from: '2025-10-27', to: '2025-11-13' },
  { from: '2026-01-05', to: '2026-02-13' },
  { from: '2026-07-20', to: '2026-08-21' },
];

/** Of a run the days that a first sync reads when its newest is played today, or on the last weekday. */
function toPlayedRun({ from, to }: { from: Day; to: Day }) {
  const today = toUtcDay(Date.now());
  const newest = toNewestWeekday(today);
  const ofRun = readRecordedBodies(['days'])
    .map((body) => body.date)
    .filter((date) => date >= from && date <= to);
  const last = ofRun.filter((date) => toWeekday(date) === toWeekday(newest)).at(-1) ?? '';
  // The window of 15 days ends today, which can be a weekend.
  const first = addDays(last, -14 + (newest === today ? 0 : toWeekday(today) === 6 ? 1 : 2));
  const days = ofRun.filter((date) => date >= first && date <= last);
  return { days, feed: readRecordedFeed(DAYS, { endAt: today, only: (day) => days.includes(day) }) };
}

/** What the database must hold of the bodies the stand-in plays, by the documented cleaning. */
function toExpected(standIn: StandIn, days: readonly Day[], before?: Map<string, IncomingPaper>) {
  const papers = new Map(before);
  const listings = new Set<string>();
  // Newest first, as a first sync reads them.
  for (const date of [...days].sort().reverse()) {
    const parsed = parseDailyPapers(standIn.feed.read(date), date);
    if (!parsed.ok) throw new Error(parsed.detail);
    for (const paper of parsed.papers) {
      const known = papers.get(paper.id);
      // What a later answer lacks stays, what it has replaces; a paper featured twice belongs to its newest day.
      const dailyDate = known && known.dailyDate > paper.dailyDate ? known.dailyDate : paper.dailyDate;
      papers.set(paper.id, { ...known, ...paper, dailyDate });
      listings.add(`${date} ${paper.id}`);
    }
  }
  return { papers, listings };
}

async function expectStored(world: World, expected: ReturnType<typeof toExpected>): Promise<void> {
  const { papers, listings } = await readFeed(world);
  expect(new Set(listings.map(({ date, paperId }) => `${date} ${paperId}`))).toEqual(expected.listings);
  expect(listings).toHaveLength(expected.listings.size);
  expect(papers.map((paper) => paper.id).sort()).toEqual([...expected.papers.keys()].sort());
  for (const paper of papers) expect(paper).toMatchObject({ ...expected.papers.get(paper.id) });
}

if (!hasRecordedFeed) console.log(`Skipped: no recorded answers at ${RECORDED_FEED}`);

describe.skipIf(!hasRecordedFeed)('recorded days through the production build', () => {
  const runs = hasRecordedFeed ? RUNS.map((run) => ({ ...run, ...toPlayedRun(run) })) : [];
  const worlds = new Map<Day, World>();
  beforeAll(async () => {
    // All at once: a first sync is mostly the pauses between its requests.
    await Promise.all(runs.map(async ({ from, feed }) => worlds.set(from, await startWorld({ feed }))));
    return () => Promise.all([...worlds.values()].map((world) => world.close()));
  });

  it.each(runs)('stores exactly the papers and listings of the days from $from on', async ({ from, days, feed }) => {
    expect(days.length).toBeGreaterThanOrEqual(10);
    const world = worlds.get(from) as World;
    await untilSynced(world);
    const played = days.map(feed.toPlayed);
    await expectStored(world, toExpected(world.standIn, played));
    const { days: ledger } = await readFeed(world);
    for (const row of ledger) {
      expect(row).toMatchObject({ state: played.includes(row.date) ? 'complete' : 'empty', droppedCount: 0 });
    }
    await untilBadgeIsRight(world);
  });

  it('lets 2025-10-31 grow from 19 to 29 papers while the user is at work, and touches nothing of theirs', async () => {
    const run = runs.find(({ days }) => days.includes(GROWN));
    if (!run) throw new Error('the day is in no run');
    await growDay(worlds.get(run.from) as World, run.feed, run.days.map(run.feed.toPlayed));
  });
});

/** The day was captured with 19 papers and, hours later, with 29. */
async function growDay(world: World, feed: ReturnType<typeof readRecordedFeed>, played: readonly Day[]): Promise<void> {
  const day = feed.toPlayed(GROWN);
  const before = toExpected(world.standIn, played);
  await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Agents', query: 'agent* OR "tool use"' })]);
  const read = await markTwoRead(world, day);
  const user = await readUser(world);
  expect(user.statuses.map((status) => status.paperId).sort()).toEqual([...read].sort());
  const { seen } = await readFeed(world);

  world.standIn.feed.replaceBody(day, feed.toPlayedBody(readBody(join(RECORDED_FEED, 'refetched', `${GROWN}.json`))));
  const moved = world.standIn.feed.read(day);
  world.standIn.feed.moveUpvotes(day, (upvotes, _id, index) => upvotes + index);
  expect(moved).toHaveLength(29);
  world.standIn.clearLog();
  await letTimePass(world, 2 * DAY_MS);
  await syncNow(world);

  await expectStored(world, toExpected(world.standIn, played, before.papers));
  // Only the grown day is sent again; of the others the server says that nothing has changed.
  const sent = world.standIn.feedRequests().filter((request) => request.result === 200);
  expect(sent.map((request) => request.query.date)).toEqual([day]);
  expect(await readUser(world)).toEqual(user);
  const after = await readFeed(world);
  expect(after.days.find((row) => row.date === day)).toMatchObject({ state: 'complete', papers: 29 });
  expect(after.seen).toEqual(expect.arrayContaining(seen));
  await untilBadgeIsRight(world);
}

async function markTwoRead(world: World, day: Day): Promise<string[]> {
  const popup = await world.browser.openPopupTab();
  await untilPopup(popup, 'the first list', ({ cards }) => cards.length > 0);
  const heading = formatDayHeading(day, world.today);
  await clickOn(popup, `.strip-day[aria-label^="${heading}"]`);
  const { cards } = await untilPopup(popup, heading, (text) => text.heading === heading && text.cards.length === 19);
  const read = cards.slice(0, 2);
  for (const id of read) await press(popup, 'Mark as read', `[data-paper="${id}"]`);
  await popup.waitForSelector(`[data-paper="${read[1]}"].is-read`);
  await popup.close();
  return read;
}
