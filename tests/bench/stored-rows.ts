import { addDays, type Day, isWeekend, startOfDay } from '@/lib/core/days/day';
import type { Listing, Paper, Seen } from '@/lib/core/papers/paper';
import { type StoredStatus, toStoredStatus } from '@/lib/core/papers/status';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { SETTLE_DAYS } from '@/lib/core/sync/limits';
import { createDice, type Dice } from '../harness/sample-feed/dice';
import type { Corpus } from './corpus';

/** What a profile that was used for years holds, as the product writes it: rows by table. */
export interface StoredRows {
  papers: Paper[];
  listings: Listing[];
  seen: Seen[];
  days: LedgerRow[];
  statuses: StoredStatus[];
}

/** Weekdays of the feed as recorded in 2026 hold about 30 papers; the busiest of its history held more. */
const PAPERS_A_DAY = 30;
const PAPERS_AN_OLD_DAY = 50;
/** Noon: a day's papers stand by then. */
const READ_AT_MS = 12 * 3_600_000;

export interface FeedDay {
  date: Day;
  /** Numbers of its papers among all, 0 the top paper of the newest day. */
  from: number;
  to: number;
}

/** The feed's days, newest first, back to the day that holds paper number `count - 1`. Weekends hold none. */
export function toFeedDays(today: Day, count: number): FeedDay[] {
  const days: FeedDay[] = [];
  const window = addDays(today, -SETTLE_DAYS);
  for (let date = today, from = 0; from < count; date = addDays(date, -1)) {
    const papers = isWeekend(date) ? 0 : date >= window ? PAPERS_A_DAY : PAPERS_AN_OLD_DAY;
    const to = Math.min(count, from + papers);
    days.push({ date, from, to });
    from = to;
  }
  return days;
}

/** The rows of one day. */
export function toDayRows({ date, from, to }: FeedDay, today: Day, corpus: Corpus): StoredRows {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  const at = startOfDay(date) + READ_AT_MS;
  const papers = numbers.map((number) => toPaper(number, number - from, date, corpus));
  return {
    papers,
    listings: papers.map(({ id }, rank) => ({ source: 'huggingface', date, paperId: id, rank, firstSeenAt: at })),
    seen: papers.filter((_, i) => isSeen(numbers[i] as number, date, today)).map(({ id }) => ({ paperId: id, at })),
    days: [toLedgerRow(date, papers.length, today)],
    statuses: papers.flatMap((paper, i) => toStatus(paper, numbers[i] as number, at)),
  };
}

/** The field coverage of the recorded feed of 2026: code 50 %, organisation 63 %, AI summary 68 %. */
function toPaper(number: number, rank: number, date: Day, corpus: Corpus): Paper {
  const { title, summary, authors } = corpus.toRecord(number);
  const dice = createDice(`facts ${number}`);
  const at = startOfDay(date) + READ_AT_MS;
  const id = `${date.slice(2, 4)}${date.slice(5, 7)}.${date.slice(8, 10)}${String(rank).padStart(3, '0')}`;
  const name = `lab-${dice.integer(1, 400)}`;
  return {
    id,
    title,
    summary,
    authors: authors.map((author) =>
      dice.chance(0.3) ? { name: author, user: author.replace(/\W/g, '') } : { name: author },
    ),
    publishedAt: `${addDays(date, -dice.integer(1, 6))}T00:00:00.000Z`,
    dailyDate: date,
    upvotes: Math.max(1, Math.round(120 * 0.9 ** rank + dice.integer(0, 5))),
    comments: dice.integer(1, 4),
    keywords: dice.chance(0.68) ? toWords(summary, dice, 6) : [],
    ...(dice.chance(0.68) ? { aiSummary: summary.slice(0, 180) } : {}),
    ...(dice.chance(0.63) ? { organization: { name, fullname: name.toUpperCase() } } : {}),
    ...(dice.chance(0.5)
      ? { githubRepo: `https://github.com/${name}/${number}`, githubStars: dice.integer(0, 2_000) }
      : {}),
    ...(dice.chance(0.4) ? { projectPage: `https://${name}.example/${number}` } : {}),
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    mediaUrls: dice.chance(0.19) ? [`https://cdn-uploads.huggingface.co/production/uploads/${number}.mp4`] : [],
    categories: [],
    submitter: name,
    firstSeenAt: at,
    updatedAt: at,
  };
}

function toWords(text: string, dice: Dice, count: number): string[] {
  const words = text.split(' ');
  return Array.from({ length: count }, () => dice.pick(words));
}

/** The newest day is unread, half of the two weeks before it, a third of what is older. */
function isSeen(number: number, date: Day, today: Day): boolean {
  if (number < PAPERS_A_DAY) return false;
  return createDice(`seen ${number}`).chance(date >= addDays(today, -SETTLE_DAYS) ? 0.5 : 0.67);
}

/** One paper of fifteen was opened, one of a hundred kept with a note. */
function toStatus({ id, title }: Paper, number: number, at: number): StoredStatus[] {
  const chance = createDice(`status ${number}`).next();
  if (chance >= 0.07) return [];
  const kept = chance < 0.01;
  return [
    toStoredStatus({
      paperId: id,
      title,
      link: `https://huggingface.co/papers/${id}`,
      read: { value: true, at },
      ...(kept ? { starred: { value: true, at }, note: { value: 'Compare with our own numbers.', at } } : {}),
    }),
  ];
}

function toLedgerRow(date: Day, papers: number, today: Day): LedgerRow {
  const settled = date < addDays(today, -SETTLE_DAYS);
  const at = settled ? startOfDay(addDays(date, SETTLE_DAYS + 1)) : Date.now() - 600_000;
  return {
    source: 'huggingface',
    date,
    state: papers === 0 ? 'empty' : 'complete',
    papers,
    dropped: [],
    droppedCount: 0,
    pages: [{ page: 0, etag: `W/"${date}"`, next: null }],
    readAt: at,
    triedAt: at,
    attempts: 0,
    jobId: 'bench',
    ...(settled ? { settledAt: at } : {}),
  };
}
