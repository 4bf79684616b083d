import { formatUntil } from '../days/format';
import type { Failure } from './failure';

/** What happened, in one sentence (law 9). `now` in ms, our clock; times are said in local time. */
export function toFailureTitle(failure: Failure, now: number): string {
  switch (failure.kind) {
    case 'offline':
      return 'You are offline.';
    case 'unreachable':
      return 'Hugging Face could not be reached.';
    case 'timeout':
      return `Hugging Face did not answer within ${Math.round(failure.afterMs / 1_000)} seconds.`;
    case 'rate-limited':
      return failure.until > now
        ? `Hugging Face asked us to wait until ${formatUntil(failure.until, now)}.`
        : 'Hugging Face asked us to wait, and the wait is over.';
    case 'server-error':
      return `Hugging Face has a problem (${failure.status}).`;
    case 'refused':
      return `Hugging Face refused the request (${failure.status}).`;
    case 'not-json':
      return 'Something else answered in place of Hugging Face.';
    case 'broken-json':
      return 'The answer was cut off on its way.';
    case 'wrong-shape':
      return 'Hugging Face sent something that is not a list of papers.';
    case 'all-dropped':
      return `No paper of this day could be read (${failure.dropped} left out).`;
    case 'no-permission':
      return `The browser does not let this extension ask ${failure.host}.`;
    case 'storage':
      return 'The browser could not store the papers.';
    case 'unexpected':
      return 'Something in this extension went wrong.';
  }
}
