import type { Day } from '@/lib/core/days/day';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { isReadable } from '@/lib/core/papers/readable';
import type { Status } from '@/lib/core/papers/status';
import type { Subject } from '@/lib/core/query/query';
import { subscribe } from '@/lib/db/queries/live';
import { countPapers } from '@/lib/db/queries/papers';
import {
  countStatuses,
  readListedPapers,
  readNewIds,
  readReadTimes,
  scanPapers,
  scanStatuses,
} from '@/lib/db/queries/scan-papers';
import { nextTask } from './slices';

/** A job that fills the archive changes the count with every page; it is read again when it pauses. */
const RELOAD_AFTER_MS = 3000;

/**
 * All stored papers in memory while a page that scans them is open: reading 20,000 rows at each key press would take
 * half a second. Reads in chunks, follows the databases, tells its listeners what a scan must know.
 */
export interface PaperCache {
  /** Stored papers, newest day first, or what of them has been read so far: it grows at its end until complete. */
  papers(): readonly Paper[];
  /** How many rows were left out of `papers`: damaged ones, which no query can be asked about. */
  unreadable(): number;
  /** True once everything stored has been read. */
  isComplete(): boolean;
  /** Goes up when papers that were already handed out have changed: a scan begins again. */
  version(): number;
  /** `seen` is told of the days that can be new; an older paper counts as seen, which no query can tell apart. */
  toSubject(paper: Paper): Subject;
  /** Called after every chunk and every change. Returns the function that ends it. */
  onChange(listener: () => void): () => void;
  /** Ends every subscription and reading. */
  close(): void;
}

/** Opens the cache for the feed's day `today`; reading begins at once. `onError` hears of a database that refuses. */
export function openPaperCache(today: Day, onError: (error: unknown) => void): PaperCache {
  let byId = new Map<PaperId, Paper>();
  /** What takes the place of `byId` when everything has been read again. */
  let pending: Map<PaperId, Paper> | undefined;
  let list: Paper[] = [];
  let unreadable = 0;
  let statuses = new Map<PaperId, Status>();
  let newIds = new Set<PaperId>();
  let readTimes: Map<Day, number | undefined> | undefined;
  let complete = false;
  let reading: Promise<void> = Promise.resolve();
  let closed = false;
  let version = 0;
  let reload: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const changed = () => {
    list = [...byId.values()].filter(isReadable);
    unreadable = byId.size - list.length;
    version++;
    tell();
  };
  const guard = (work: Promise<unknown>) => {
    work.catch((error) => {
      if (!closed) onError(error);
    });
  };

  /** The first reading grows in place so that the newest days answer at once; a later one replaces all at its end. */
  async function readAll(growing: boolean): Promise<void> {
    const next = growing ? byId : new Map<PaperId, Paper>();
    if (!growing) pending = next;
    for await (const papers of scanPapers()) {
      if (closed) return;
      for (const paper of papers) next.set(paper.id, paper);
      if (growing) {
        const readable = papers.filter(isReadable);
        list.push(...readable);
        unreadable += papers.length - readable.length;
        tell();
      }
      await nextTask();
    }
    byId = next;
    pending = undefined;
    complete = true;
    // A paper that moved to a newer day while the reading was under way stands in the grown list twice.
    if (growing && list.length + unreadable === byId.size) tell();
    else changed();
  }

  async function readStatuses(): Promise<void> {
    const next = new Map<PaperId, Status>();
    for await (const rows of scanStatuses()) {
      if (closed) return;
      for (const status of rows) next.set(status.paperId, status);
      await nextTask();
    }
    statuses = next;
    changed();
  }

  async function readDays(days: Day[]): Promise<void> {
    for (const day of days) {
      for (const paper of await readListedPapers(day)) {
        byId.set(paper.id, paper);
        // It may have read this day before it was written.
        pending?.set(paper.id, paper);
      }
    }
    if (!closed && days.length > 0) changed();
  }

  const stops = [
    subscribe(
      () => readNewIds(today),
      (ids) => {
        newIds = new Set(ids);
        changed();
      },
      onError,
    ),
    subscribe(countStatuses, () => guard(readStatuses()), onError),
    subscribe(
      readReadTimes,
      (rows) => {
        const known = readTimes;
        readTimes = new Map(rows.map((row) => [row.date, row.readAt]));
        // Papers are not read before the ledger is: of a day that is written between the two nobody would hear.
        if (!known) reading = readAll(true);
        guard(
          known ? readDays(rows.filter((row) => known.get(row.date) !== row.readAt).map((row) => row.date)) : reading,
        );
      },
      onError,
    ),
    subscribe(
      countPapers,
      (count) => {
        clearTimeout(reload);
        reload = setTimeout(() => {
          if (!readTimes) return;
          // One after the other: the first to end would take away what the second has heard of.
          reading = reading.then(() => (closed || count === byId.size ? undefined : readAll(false)));
          guard(reading);
        }, RELOAD_AFTER_MS);
      },
      onError,
    ),
  ];
  return {
    papers: () => list,
    unreadable: () => unreadable,
    isComplete: () => complete,
    version: () => version,
    toSubject: (paper) => ({ paper, status: statuses.get(paper.id), seen: !newIds.has(paper.id), today }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(reload);
      listeners.clear();
      for (const stop of stops) stop();
    },
  };
}
