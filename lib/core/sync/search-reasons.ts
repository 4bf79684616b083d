import { formatPapers } from '../papers/words';
import type { EmptyReason } from './empty-reasons';

/** Why a search shows nothing. `looked`: how many papers it was asked of; `isFollowed`: a topic has its query. */
export function toNothingFoundReason({ looked, isFollowed }: { looked: number; isFollowed: boolean }): EmptyReason {
  if (looked === 0) {
    return {
      title: 'There is nothing to search yet.',
      detail: 'No paper of the last 14 days is stored.',
      action: { kind: 'read-again', label: 'Read the feed now' },
    };
  }
  const detail = `${formatPapers(looked)} ${looked === 1 ? 'was' : 'were'} looked at; older ones are not searched here. Whole words count: diffus* finds all that begin so.`;
  return isFollowed
    ? { title: 'Nothing found in the last 14 days.', detail: `${detail} You follow it: the badge counts what comes.` }
    : {
        title: 'Nothing found in the last 14 days.',
        detail,
        action: { kind: 'follow', label: 'Follow it as a topic' },
      };
}
