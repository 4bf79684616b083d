import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, isDay } from '@/lib/core/days/day';
import type { Feed, WireItem } from './feed';
import { type Placement, planShift, shiftTimestamps } from './shift-days';

export interface RecordedFeed extends Feed {
  /** Days by which every date was moved; a multiple of 7. */
  readonly shiftedBy: number;
  /** The day on which the body recorded on `recorded` is played. */
  toPlayed(recorded: Day): Day;
  /** A body recorded elsewhere (a later capture of the same day), moved as this feed's are. */
  toPlayedBody(items: readonly WireItem[]): WireItem[];
}

export interface RecordedFeedOptions {
  /** Move the recordings by whole weeks so that they end at this UTC day. Absent: played on their own dates. */
  endAt?: Day;
  placement?: Placement;
  /** Play only these recorded days. */
  only?: (recorded: Day) => boolean;
}

/**
 * A directory of bodies `YYYY-MM-DD.json`, each as `/api/daily_papers?date=` answered. Files are read when first asked.
 * @throws Error where the directory holds no such file, or one that is not a JSON array.
 */
export function readRecordedFeed(directory: string, options: RecordedFeedOptions = {}): RecordedFeed {
  const recorded = readdirSync(directory)
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => isDay(name) && (options.only?.(name) ?? true))
    .sort();
  if (recorded.length === 0) throw new Error(`${directory} holds no body named YYYY-MM-DD.json`);

  const shiftedBy = options.endAt === undefined ? 0 : planShift(recorded, options.endAt, options.placement);
  const played = recorded.map((day) => addDays(day, shiftedBy));
  const known = new Set(played);
  const cache = new Map<Day, WireItem[]>();
  const toPlayedBody = (items: readonly WireItem[]) =>
    shiftedBy === 0 ? [...items] : shiftTimestamps([...items], shiftedBy);

  return {
    shiftedBy,
    toPlayed: (day) => addDays(day, shiftedBy),
    toPlayedBody,
    days: (until) => played.filter((day) => day <= until),
    read(day) {
      if (!known.has(day)) return [];
      const body = cache.get(day) ?? toPlayedBody(readBody(join(directory, `${addDays(day, -shiftedBy)}.json`)));
      cache.set(day, body);
      return body;
    },
  };
}

/** One recorded body. @throws Error where it is not a JSON array. */
export function readBody(path: string): WireItem[] {
  const body: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(body)) throw new Error(`${path} is not a list of papers`);
  return body;
}
