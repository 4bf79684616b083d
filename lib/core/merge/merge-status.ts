import type { Status } from '../papers/status';
import { isReplacedBy } from './later';

/** What of a status the user made, each with its own time. */
export const STATUS_FIELDS = ['read', 'starred', 'later', 'dismissed', 'note', 'tags'] as const;
export type StatusField = (typeof STATUS_FIELDS)[number];

/**
 * What two devices, or a backup and this one, know of one paper: of each field the later value, nothing of either side
 * dropped. Commutative, associative and idempotent, so that copies that meet in any order end up the same.
 */
export function mergeStatus(a: Status, b: Status): Status {
  const title = toGreater(a.title, b.title);
  const link = toGreater(a.link, b.link);
  const merged: Status = {
    paperId: a.paperId,
    ...(title === undefined ? {} : { title }),
    ...(link === undefined ? {} : { link }),
  };
  for (const field of STATUS_FIELDS) {
    const [ours, theirs] = [a[field], b[field]];
    const later = ours && theirs ? (isReplacedBy(ours, theirs) ? theirs : ours) : (ours ?? theirs);
    if (later) Object.assign(merged, { [field]: later });
  }
  return merged;
}

/** The feed's words have no time of ours: any rule will do that does not depend on the order of the two. */
function toGreater(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b > a ? b : a;
}
