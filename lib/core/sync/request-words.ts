import { toUtcDay } from '../days/day';
import { formatMoment, formatPaperDate } from '../days/format';
import type { FailureKind } from './failure';
import type { RequestRow } from './request-row';
import type { SyncTrigger } from './state';

/** One request in words, for a table. */
export interface RequestLine {
  key: number;
  /** ISO, for machines. */
  iso: string;
  /** "14:05", of another day "Nov 24, 14:05". */
  when: string;
  host: string;
  path: string;
  /** "200", "304, unchanged", "no answer: offline". */
  status: string;
  /** It brought nothing that could be used: drawn in the accent colour. */
  isBad: boolean;
  /** "52.1 kB". Empty where nothing is known. */
  size: string;
  /** "Scheduled reading of Nov 20". */
  why: string;
}

const TRIGGERS: Record<SyncTrigger, string> = {
  install: 'First reading after the installation',
  alarm: 'Scheduled reading',
  startup: 'Reading at the browser’s start',
  page: 'Reading when a page was opened',
  hand: 'You asked for a reading',
  permission: 'Reading after a change of permissions',
  room: 'Reading again after old papers made room',
};

/** Why an answer was of no use, behind its status. Kinds that the status itself tells are left out. */
const FAILURES: Partial<Record<FailureKind, string>> = {
  offline: 'offline',
  unreachable: 'not reachable',
  timeout: 'too slow',
  'rate-limited': 'asked us to wait',
  'server-error': 'a problem of the site',
  refused: 'refused',
  'not-json': 'not the feed',
  'broken-json': 'cut off',
  'wrong-shape': 'not a list of papers',
  'all-dropped': 'no usable paper',
};

/** One request in words. `now` in ms, our clock; moments are local time. */
export function toRequestLine(row: RequestRow, now: number): RequestLine {
  return {
    key: row.seq ?? row.at,
    iso: new Date(row.at).toISOString(),
    when: formatMoment(row.at, now),
    host: row.host,
    path: row.path,
    status: toStatus(row),
    isBad: row.failure !== undefined || row.bytes === undefined,
    size: row.bytes === undefined ? '' : formatBytes(row.bytes),
    why: toWhy(row, now),
  };
}

/** "Today: 24 requests to huggingface.co, 310 kB received." Today is the user's own day. */
export function toRequestTotal(rows: readonly RequestRow[], now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const today = rows.filter(({ at }) => at >= midnight);
  if (today.length === 0) return 'Today: no request.';
  const hosts = [...new Set(today.map(({ host }) => host))].join(', ');
  const bytes = today.reduce((sum, row) => sum + (row.bytes ?? 0), 0);
  return `Today: ${today.length} ${today.length === 1 ? 'request' : 'requests'} to ${hosts}, ${formatBytes(bytes)} received.`;
}

/** The list as text, a line each, with tabs between: for a mail or a table of the user's own. */
export function toRequestText(rows: readonly RequestRow[], now: number): string {
  const lines = rows.map((row) => {
    const { iso, status, why } = toRequestLine(row, now);
    return [iso, row.method, row.host, row.path, status, row.bytes ?? '', row.ms ?? '', why];
  });
  return [['time', 'method', 'host', 'path', 'status', 'bytes', 'ms', 'why'], ...lines]
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/** "0 bytes", "812 bytes", "52.1 kB", "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  // 999,950 would be rounded to "1000.0 kB".
  return bytes < 999_950 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function toStatus({ status, failure, bytes }: RequestRow): string {
  if (bytes === undefined) return 'stopped before an answer';
  const why = failure && (status === undefined && failure === 'not-json' ? 'sent elsewhere' : FAILURES[failure]);
  if (status === undefined) return why === undefined ? 'no answer' : `no answer: ${why}`;
  if (status === 304) return '304, unchanged';
  return why === undefined ? String(status) : `${status}, ${why}`;
}

function toWhy({ trigger, picked, day }: RequestRow, now: number): string {
  const date = formatPaperDate(day, toUtcDay(now));
  return picked ? `You picked ${date}` : `${TRIGGERS[trigger]}: ${date}`;
}
