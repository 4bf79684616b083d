import type { Failure } from './failure';

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
