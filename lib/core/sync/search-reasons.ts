import { formatPapers } from '../papers/words';
import type { Topic } from '../topics/topic';
import type { EmptyReason } from './empty-reasons';

/** Why a search shows nothing. `looked`: how many papers it was asked of; `followed`: the topic that has its query. */
export function toNothingFoundReason({
  looked,
  followed,
}: {
  looked: number;
  followed?: Pick<Topic, 'name' | 'badge'> | undefined;
}): EmptyReason {
  if (looked === 0) {
    return {
      title: 'There is nothing to search yet.',
      detail: 'No paper of the last 14 days is stored.',
      action: { kind: 'read-again', label: 'Read the feed now' },
    };
  }
  const detail = `${formatPapers(looked)} ${looked === 1 ? 'was' : 'were'} looked at; older ones are not searched here. Whole words count: diffus* finds all that begin so.`;
  const title = 'Nothing found in the last 14 days.';
  if (!followed) return { title, detail, action: { kind: 'follow', label: 'Follow it as a topic' } };
  const comes = followed.badge ? 'the badge counts what comes' : `what comes stands in the list “${followed.name}”`;
  return { title, detail: `${detail} You follow it: ${comes}.` };
}
