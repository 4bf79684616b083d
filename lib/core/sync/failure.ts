/** Everything that can go wrong between the feed and the database. Its words are in `failure-texts.ts` (law 9). */
export type Failure =
  /** No answer and the browser says it has no network. */
  | { kind: 'offline'; at: number }
  /** No answer though the browser believes it is online. */
  | { kind: 'unreachable'; at: number; detail?: string }
  | { kind: 'timeout'; at: number; afterMs: number }
  /** 429, or a quota that reached 0: nothing may be asked before `until` (ms). */
  | { kind: 'rate-limited'; at: number; until: number }
  /** 5xx. */
  | { kind: 'server-error'; at: number; status: number; until?: number }
  /** Any other status that is not an answer. */
  | { kind: 'refused'; at: number; status: number }
  /** 200 with something that is not JSON: a captive portal, a maintenance page. */
  | { kind: 'not-json'; at: number; contentType: string }
  /** JSON that was cut off or is broken. */
  | { kind: 'broken-json'; at: number }
  /** JSON of another shape: not a list of papers. */
  | { kind: 'wrong-shape'; at: number; detail: string }
  /** A list whose every item was dropped. */
  | { kind: 'all-dropped'; at: number; dropped: number; why: string }
  /** The user (or Firefox) took back the permission to ask the host. */
  | { kind: 'no-permission'; at: number; host: string }
  /** The database refused: full disk, damage. */
  | { kind: 'storage'; at: number; detail: string }
  /** A mistake of ours. */
  | { kind: 'unexpected'; at: number; detail: string };

export type FailureKind = Failure['kind'];

/** True where the network and not the feed is the reason: drawn differently from an error. */
export function isOffline(failure: Failure): boolean {
  return failure.kind === 'offline' || failure.kind === 'unreachable';
}

/** True where there is no room for what was to be stored. */
export function isDiskFull(failure: Failure | undefined): boolean {
  return failure?.kind === 'storage' && failure.detail.includes('QuotaExceeded');
}
