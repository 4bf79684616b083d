import { useState } from 'preact/hooks';
import type { AskReply } from '@/lib/app/ask-sync';
import type { Failure } from '@/lib/core/sync/failure';
import { toFailureTitle } from '@/lib/core/sync/failure-titles';
import { toDetail } from '@/lib/ui/start';
import type { FeedState } from '@/lib/ui/use-feed';
import { useStoredFeed } from '@/lib/ui/use-options-state';
import { askFeed } from '../ask-feed';
import { toReplyWords } from './reply-words';

export interface Refetch {
  /** How it stands; blank while nothing was fetched. */
  words: string;
  /** It did not work and can be tried again, or is being tried again. */
  hasFailed: boolean;
  busy: boolean;
  /** Fetches the papers after a deletion; `done` says what was deleted, blank at another try. Never rejects. */
  begin(done: string): Promise<void>;
  /** Forgets what was said. */
  clear(): void;
}

/** `underWay`: another reading is at it; what was deleted, in words. */
type Said = Pick<Refetch, 'words' | 'hasFailed' | 'busy'> & { underWay?: string };
const NOTHING: Said = { words: '', hasFailed: false, busy: false };

/** The reading that follows a deletion, in words. Nothing is there any more: that it failed must not go unsaid. */
export function useRefetch(): Refetch {
  const [last, setSaid] = useState(NOTHING);
  const feed = useStoredFeed().value;
  const said = last.underWay !== undefined && feed && !feed.job ? toEnded(last.underWay, feed) : last;
  return {
    words: said.words,
    hasFailed: said.hasFailed,
    busy: said.busy,
    clear: () => setSaid(NOTHING),
    begin: async (done) => {
      setSaid({ words: `${done} The papers are being fetched again.`.trim(), hasFailed: done === '', busy: true });
      setSaid({ busy: false, ...(await fetchAgain(done)) });
    },
  };
}

/** The reading that was under way has ended: without this it would be said to go on for ever. */
function toEnded(done: string, { schedule }: FeedState): Said {
  const failure = schedule?.failure;
  const words = failure ? toFailedWords(failure, Date.now()) : 'The papers were fetched again.';
  return { words: `${done} ${words}`.trim(), hasFailed: failure !== undefined, busy: false };
}

async function fetchAgain(done: string): Promise<Omit<Said, 'busy'>> {
  try {
    const reply = await askFeed('hand');
    const hasFailed = reply.kind === 'barred' || (reply.kind === 'finished' && reply.failure !== undefined);
    const words = `${done} ${toWords(reply, Date.now())}`.trim();
    return { words, hasFailed, ...(reply.kind === 'under-way' ? { underWay: done } : {}) };
  } catch (error) {
    return { words: `${done} The papers could not be fetched again (${toDetail(error)}).`.trim(), hasFailed: true };
  }
}

function toWords(reply: AskReply, now: number): string {
  const failure = reply.kind === 'finished' ? reply.failure : undefined;
  return failure ? toFailedWords(failure, now) : toReplyWords(reply, now);
}

function toFailedWords(failure: Failure, now: number): string {
  const way = failure.kind === 'no-permission' ? ' Grant it under Sources and schedule, then come back.' : '';
  return `The papers could not be fetched again. ${toFailureTitle(failure, now)}${way}`;
}
