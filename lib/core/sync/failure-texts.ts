import { formatUntil } from '../days/format';
import type { Failure } from './failure';

export interface FailureText {
  /** What happened: one sentence. */
  title: string;
  /** What that means for what is stored, and the way on. */
  advice: string;
}

const KEPT = 'Nothing you have is lost: the papers already here stay.';

/** The words for a failure (law 9). `now` in ms, our clock; times are said in local time. */
export function toFailureText(failure: Failure, now: number): FailureText {
  switch (failure.kind) {
    case 'offline':
      return { title: 'You are offline.', advice: `${KEPT} The feed is read again once there is a network.` };
    case 'unreachable':
      return {
        title: 'Hugging Face could not be reached.',
        advice: `${KEPT} Check the network, a VPN or a blocker. The next reading tries again by itself.`,
      };
    case 'timeout':
      return {
        title: `Hugging Face did not answer within ${Math.round(failure.afterMs / 1_000)} seconds.`,
        advice: `${KEPT} The network or the site is slow. The next reading tries again by itself.`,
      };
    case 'rate-limited':
      return {
        title:
          failure.until > now
            ? `Hugging Face asked us to wait until ${formatUntil(failure.until, now)}.`
            : 'Hugging Face asked us to wait, and the wait is over.',
        advice: `${KEPT} Others on your network may share the same allowance. Reading goes on by itself after the wait.`,
      };
    case 'server-error':
      return {
        title: `Hugging Face has a problem (${failure.status}).`,
        advice: `${KEPT} Reading goes on by itself${toFrom(failure.until, now)} when the site has recovered.`,
      };
    case 'refused':
      return {
        title: `Hugging Face refused the request (${failure.status}).`,
        advice: `${KEPT} The next reading tries again. If this stays for days, look for an update of the extension.`,
      };
    case 'not-json':
      return {
        title: 'Something else answered in place of Hugging Face.',
        advice: `${KEPT} A network that wants you to sign in does this: open any web page, sign in, then refresh.`,
      };
    case 'broken-json':
      return {
        title: 'The answer was cut off on its way.',
        advice: `${KEPT} None of it was stored. The next reading asks for it again.`,
      };
    case 'wrong-shape':
      return {
        title: 'Hugging Face sent something that is not a list of papers.',
        advice: `${KEPT} None of it was stored. If this stays for days, look for an update of the extension.`,
      };
    case 'all-dropped':
      return {
        title: `No paper of this day could be read (${failure.dropped} left out).`,
        advice: `${KEPT} ${failure.why} The day is asked for again later. If this stays, look for an update.`,
      };
    case 'no-permission':
      return {
        title: `The browser does not let this extension ask ${failure.host}.`,
        advice: `${KEPT} Grant the access again with the button here, or in the browser's extension settings.`,
      };
    case 'storage':
      return {
        title: 'The browser could not store the papers.',
        advice: `${KEPT} Free some disk space, then refresh. If that does not help, restart the browser.`,
      };
    case 'unexpected':
      return {
        title: 'Something in this extension went wrong.',
        advice: `${KEPT} The next reading tries again by itself. For a report: ${failure.detail.replace(/\.?$/, '.')}`,
      };
  }
}

function toFrom(until: number | undefined, now: number): string {
  return until !== undefined && until > now ? ` after ${formatUntil(until, now)},` : '';
}
