import type { Failure, FailureKind } from './failure';

/**
 * True for a failure that the next request would meet too: the network, the server, the permission, our disk.
 * A day that is broken in itself (cut off, of another shape) does not end the sync: the other days are read.
 */
export function endsSync(failure: Failure): boolean {
  switch (failure.kind) {
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'not-json':
    case 'no-permission':
    case 'storage':
    case 'unexpected':
      return true;
    case 'refused':
      return failure.status === 401 || failure.status === 403;
    case 'broken-json':
    case 'wrong-shape':
    case 'all-dropped':
      return false;
  }
}

/** Says nothing of one day alone: the next request would surely meet it. */
const OF_ALL_DAYS: readonly FailureKind[] = ['offline', 'rate-limited', 'no-permission', 'storage'];

/**
 * The same for an older day that the user picked: what the server has against it may be that day's alone, and must not
 * keep what is due from being read.
 */
export function endsSyncAtPick({ kind }: Failure): boolean {
  return OF_ALL_DAYS.includes(kind);
}
