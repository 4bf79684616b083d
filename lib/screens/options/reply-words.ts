import type { askSync } from '@/lib/app/ask-sync';
import { formatUntil } from '@/lib/core/days/format';

/** What became of "Read again now", in words. */
export function toReplyWords(reply: Awaited<ReturnType<typeof askSync>>, now: number): string {
  switch (reply.kind) {
    case 'finished':
      if (reply.failure) return 'It did not work; why stands above.';
      return reply.newPapers === 0 ? 'Read. Nothing new.' : `Read. ${reply.newPapers} new papers.`;
    case 'under-way':
      return 'A reading is under way and goes on by itself.';
    case 'not-due':
      return 'It was read a moment ago.';
    case 'refused':
      return reply.words;
    case 'barred':
      return `The feed asked us to wait until ${formatUntil(reply.until, now)}. Nothing was asked.`;
  }
}
