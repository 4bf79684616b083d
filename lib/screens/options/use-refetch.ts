import { useState } from 'preact/hooks';
import type { AskReply } from '@/lib/app/ask-sync';
import { toFailureTitle } from '@/lib/core/sync/failure-titles';
import { toDetail } from '@/lib/ui/start';
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

type Said = Pick<Refetch, 'words' | 'hasFailed' | 'busy'>;
const NOTHING: Said = { words: '', hasFailed: false, busy: false };

/** The reading that follows a deletion, in words. Nothing is there any more: that it failed must not go unsaid. */
export function useRefetch(): Refetch {
  const [said, setSaid] = useState(NOTHING);
  return {
    ...said,
    clear: () => setSaid(NOTHING),
    begin: async (done) => {
      setSaid({ words: `${done} The papers are being fetched again.`.trim(), hasFailed: done === '', busy: true });
      setSaid({ busy: false, ...(await fetchAgain(done)) });
    },
  };
}

async function fetchAgain(done: string): Promise<Omit<Said, 'busy'>> {
  try {
    const reply = await askFeed('hand');
    const hasFailed = reply.kind === 'barred' || (reply.kind === 'finished' && reply.failure !== undefined);
    return { words: `${done} ${toWords(reply, Date.now())}`.trim(), hasFailed };
  } catch (error) {
    return { words: `${done} The papers could not be fetched again (${toDetail(error)}).`.trim(), hasFailed: true };
  }
}

function toWords(reply: AskReply, now: number): string {
  const failure = reply.kind === 'finished' ? reply.failure : undefined;
  if (!failure) return toReplyWords(reply, now);
  const way = failure.kind === 'no-permission' ? ' Grant it under Sources and schedule, then come back.' : '';
  return `The papers could not be fetched again. ${toFailureTitle(failure, now)}${way}`;
}
