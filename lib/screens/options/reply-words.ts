import type { AskReply } from '@/lib/app/ask-sync';
import { formatUntil } from '@/lib/core/days/format';
import { formatPapers } from '@/lib/core/papers/words';
import { toFailureText } from '@/lib/core/sync/failure-texts';

/** What became of "Read again now", in words. */
export function toReplyWords(reply: AskReply, now: number): string {
  switch (reply.kind) {
    case 'finished':
      if (reply.failure) return 'It did not work; why stands above.';
      return reply.newPapers === 0 ? 'Read. Nothing new.' : `Read. ${formatPapers(reply.newPapers)} new.`;
    case 'under-way':
      return 'A reading is under way and goes on by itself.';
    case 'not-due':
      return 'It was read a moment ago.';
    case 'newer':
      return 'Nothing was asked: a newer version of Daily Papers wrote what is stored here.';
    case 'refused':
      return reply.words;
    case 'barred':
      return `The feed asked us to wait until ${formatUntil(reply.until, now)}. Nothing was asked.`;
  }
}

/** What became of a reading of one day. What stands in its row need not be said twice. */
export function toDayReplyWords(reply: AskReply, now: number): string {
  if (reply.kind === 'finished') return reply.failure ? toFailureText(reply.failure, now).advice : 'Read just now.';
  if (reply.kind === 'under-way') return 'A reading is under way; the day is read with it.';
  return toReplyWords(reply, now);
}
