import { type Day, isWeekend } from '../days/day';
import { isNew } from '../papers/new';
import type { Listing, Paper, PaperId, Seen, SourceId } from '../papers/paper';
import { isSettling } from './due-days';
import type { Failure } from './failure';
import type { DayState, LedgerRow, PageMark } from './ledger';
import { mergePaper } from './merge-paper';
import { endsSync } from './outcome';
import type { PageAnswer } from './page-answer';

/** The wire's page size, as asked for: ranks of page 2 start behind it. */
export const PAGE_SIZE = 100;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MAX_RETRY_MS = 24 * HOUR_MS;

/** What the database knows before an answer is applied. */
export interface KnownDay {
  row?: LedgerRow | undefined;
  /** Listings stored for the day, by paper. */
  listings: ReadonlyMap<string, Listing>;
  /** Stored papers of the answer, by id. */
  papers: ReadonlyMap<string, Paper>;
}

export interface PagePlan {
  row: LedgerRow;
  /** Changed and new papers only. */
  papers: Paper[];
  /** Changed and new listings only. */
  listings: Listing[];
  /** Papers stored for the first time that are young enough to be new. */
  arrived: PaperId[];
  /** Papers that count as shown, though nobody knows it any more. */
  seen: Seen[];
  /** The page to ask next; absent: the day is dealt with. */
  nextPage?: number;
}

export interface PageContext {
  source: SourceId;
  date: Day;
  page: number;
  jobId: string;
  today: Day;
  /** Our clock, ms. */
  now: number;
  /** The user picked the day. */
  picked: boolean;
  /** After a loss of the stored papers: what was featured before this day counts as seen. Empty where nothing was lost. */
  seenBefore: Day;
}

/** The rows one answer changes. Only ever adds papers; an unreadable answer moves the failure and the next try alone. */
export function planPage(answer: PageAnswer, known: KnownDay, context: PageContext): PagePlan {
  switch (answer.kind) {
    case 'failure':
      return toFailedPlan(answer.failure, known, context);
    case 'ahead':
      return toPlan(known, context, { state: known.row?.readAt === undefined ? 'ahead' : known.row.state });
    case 'not-modified':
      return toUnchangedPlan(known, context);
    case 'page':
      return toReadPlan(answer, known, context);
  }
}

function toReadPlan(answer: PageAnswer & { kind: 'page' }, known: KnownDay, context: PageContext): PagePlan {
  const { source, date, page, today, now, seenBefore } = context;
  const papers: Paper[] = [];
  const seen: Seen[] = [];
  const listings: Listing[] = [];
  const ids = new Set<string>();
  const arrived: PaperId[] = [];
  answer.papers.forEach((incoming, index) => {
    if (ids.has(incoming.id)) return;
    ids.add(incoming.id);
    const before = known.papers.get(incoming.id);
    const after = mergePaper(before, incoming, now);
    if (after !== before) papers.push(after);
    if (isNew({ paper: after, seen: false }, today)) {
      // Known ones too: a backup may have brought them before the first reading.
      if (after.dailyDate < seenBefore) seen.push({ paperId: after.id, at: now });
      else if (!before) arrived.push(after.id);
    }
    const listed = known.listings.get(incoming.id);
    const rank = page * PAGE_SIZE + index;
    if (listed?.rank !== rank) {
      listings.push({ source, date, paperId: incoming.id, rank, firstSeenAt: listed?.firstSeenAt ?? now });
    }
  });
  const count = new Set([...known.listings.keys(), ...ids]).size;
  const more = answer.next !== null && answer.papers.length + answer.droppedCount > 0;
  const doubtful = isDoubtful(answer, known, context);
  const mark: PageMark = {
    page,
    next: more ? answer.next : null,
    ...(answer.etag === undefined ? {} : { etag: answer.etag }),
  };
  const earlier = page === 0 ? [] : (known.row?.pages ?? []).filter((one) => one.page < page);
  const plan = toPlan(known, context, {
    // An empty list never beats a full one: the day keeps what it held (FAULTS 16).
    state: more ? 'partial' : count > 0 ? 'complete' : 'empty',
    papers: count,
    pages: doubtful && count > 0 ? (known.row?.pages ?? []) : [...earlier, mark],
    // Drops of an earlier page of this reading stay in sight.
    dropped: [...(page === 0 ? [] : (known.row?.dropped ?? [])), ...answer.dropped].slice(0, 20),
    droppedCount: (page === 0 ? 0 : (known.row?.droppedCount ?? 0)) + answer.droppedCount,
    ...toReading(context, more, doubtful),
  });
  return {
    ...plan,
    papers,
    listings,
    arrived,
    seen,
    ...(more && answer.next !== null ? { nextPage: answer.next } : {}),
  };
}

/**
 * Nothing where there was something, or the first sight of nothing on a weekday: it may be the server's bad moment. Such
 * a reading does not settle the day (FAULTS 16).
 */
function isDoubtful(answer: PageAnswer & { kind: 'page' }, known: KnownDay, { date }: PageContext): boolean {
  if (answer.papers.length + answer.droppedCount > 0) return false;
  return known.listings.size > 0 || (!isWeekend(date) && known.row?.state !== 'empty');
}

/** 304: what was read before still stands, further pages are asked in turn. */
function toUnchangedPlan(known: KnownDay, context: PageContext): PagePlan {
  const next = known.row?.pages.find((mark) => mark.page === context.page)?.next ?? null;
  const plan = toPlan(known, context, {
    state: known.row && known.row.papers > 0 ? 'complete' : 'empty',
    ...toReading(context, next !== null),
  });
  return next === null ? plan : { ...plan, nextPage: next };
}

function toFailedPlan(failure: Failure, known: KnownDay, context: PageContext): PagePlan {
  const attempts = (known.row?.attempts ?? 0) + 1;
  const backOffMs = toBackOffMs(failure, attempts, context);
  const until = 'until' in failure ? (failure.until ?? 0) : 0;
  const plan = toPlan(known, context, {
    state: known.row?.readAt === undefined ? toUnreadState(known.row) : known.row.state,
    ...(failure.kind === 'all-dropped' && known.row?.readAt === undefined
      ? { droppedCount: failure.dropped, dropped: [{ index: 0, why: failure.why }] }
      : {}),
  });
  return { ...plan, row: { ...plan.row, failure, attempts, nextTryAt: Math.max(context.now + backOffMs, until) } };
}

/**
 * A day broken in itself waits on its own. What the network or the server did is the schedule's to wait out; but an
 * older day that fails again and again is the day's fault, and would keep every day behind it from being read.
 */
function toBackOffMs(failure: Failure, attempts: number, { date, today }: PageContext): number {
  const times = Math.min(attempts - 1, 10);
  if (!endsSync(failure)) return Math.min(MAX_RETRY_MS, HOUR_MS * 2 ** times);
  return date === today ? MINUTE_MS : Math.min(MAX_RETRY_MS, MINUTE_MS * 8 ** times);
}

/** A day whose first page was read keeps `partial`; one never read is `failed`. */
function toUnreadState(row: LedgerRow | undefined): DayState {
  return row?.state === 'partial' ? 'partial' : 'failed';
}

/** `readAt` moves only when the last page was read: a day stopped half-way stays open. */
function toReading({ now, date, today }: PageContext, more: boolean, doubtful = false): Partial<LedgerRow> {
  if (more) return {};
  return { readAt: now, ...(isSettling(date, today) && !doubtful ? { settledAt: now } : {}) };
}

function toPlan(known: KnownDay, context: PageContext, change: Partial<LedgerRow> & { state: DayState }): PagePlan {
  const { source, date, now, jobId, picked } = context;
  const { failure: _failure, nextTryAt: _nextTryAt, ...kept } = known.row ?? ({} as Partial<LedgerRow>);
  const row: LedgerRow = {
    papers: 0,
    dropped: [],
    droppedCount: 0,
    pages: [],
    ...kept,
    ...change,
    source,
    date,
    triedAt: now,
    attempts: 0,
    jobId,
    ...(picked && !known.row ? { picked } : {}),
  };
  return { row, papers: [], listings: [], arrived: [], seen: [] };
}
