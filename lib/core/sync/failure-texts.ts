import { formatUntil } from '../days/format';
import { type Failure, isDiskFull } from './failure';
import { toFailureTitle } from './failure-titles';

export interface FailureText {
  /** What happened: one sentence. */
  title: string;
  /** What that means for what is stored, and the way on. */
  advice: string;
}

/** Not that every paper stays: old ones are deleted where they can make room. */
const FULL = 'The disk is full. Nothing you made or marked is lost; the oldest papers may be deleted to make room.';
const KEPT = 'Nothing you have is lost: the papers already here stay.';

/**
 * The words for a failure (law 9). `now` in ms, our clock; times are said in local time. The title stands in a file of
 * its own: the badge says no more, and the background need not carry the advice.
 */
export function toFailureText(failure: Failure, now: number): FailureText {
  return { title: toFailureTitle(failure, now), advice: toAdvice(failure, now) };
}

function toAdvice(failure: Failure, now: number): string {
  switch (failure.kind) {
    case 'offline':
      return `${KEPT} The feed is read again once there is a network.`;
    case 'unreachable':
      return `${KEPT} Check the network, a VPN or a blocker. The next reading tries again by itself.`;
    case 'timeout':
      return `${KEPT} The network or the site is slow. The next reading tries again by itself.`;
    case 'rate-limited':
      return `${KEPT} Others on your network may share the same allowance. Reading goes on by itself after the wait.`;
    case 'server-error':
      return `${KEPT} Reading goes on by itself${toFrom(failure.until, now)} when the site has recovered.`;
    case 'refused':
      return `${KEPT} The next reading tries again. If this stays for days, look for an update of the extension.`;
    case 'not-json':
      return `${KEPT} A network that wants you to sign in does this: open any web page, sign in, then refresh.`;
    case 'broken-json':
      return `${KEPT} None of it was stored. The next reading asks for it again.`;
    case 'wrong-shape':
      return `${KEPT} None of it was stored. If this stays for days, look for an update of the extension.`;
    case 'all-dropped':
      return `${KEPT} ${failure.why} The day is asked for again later. If this stays, look for an update.`;
    case 'no-permission':
      return `${KEPT} Grant the access again with the button here, or in the browser's extension settings.`;
    case 'storage':
      return `${isDiskFull(failure) ? FULL : KEPT} Free some disk space, then refresh. If that does not help, restart the browser.`;
    case 'unexpected':
      return `${KEPT} The next reading tries again by itself. For a report: ${failure.detail.replace(/\.?$/, '.')}`;
  }
}

function toFrom(until: number | undefined, now: number): string {
  return until !== undefined && until > now ? ` after ${formatUntil(until, now)},` : '';
}
