import { isMarked } from '../papers/status';
import type { ReadCopy } from './read-copy';
import type { UserRows } from './shards';

/** How much of what the user made there is. */
export interface Made {
  /** Papers with a mark, a note or a tag. */
  papers: number;
  topics: number;
  settings: number;
}

/** What came back from the second copy. */
export interface Restored extends Made {
  /** As of when. */
  at: number;
  /** Parts of the copy, or the last of it, could not be read either. */
  isPartial: boolean;
  /** It came into a database that is new in the place of one that is gone, and with it all that could be undone. */
  isNew?: boolean;
}

/** What a check found. `lost`: there was a copy, and neither it nor the database has anything that is whole. */
export type CheckResult = { kind: 'fine' } | { kind: 'restored'; restored: Restored } | { kind: 'lost' };

/** Counts what the user would miss: cleared marks and deleted topics are kept, and no loss. */
export function toMade({ statuses, topics, settings }: UserRows): Made {
  return {
    papers: statuses.filter(isMarked).length,
    topics: topics.filter(({ deletedAt }) => deletedAt === undefined).length,
    settings: settings.length,
  };
}

/**
 * What was taken from the copy; `undefined` where there was nothing that anybody would miss. With nothing taken a copy
 * that can't be read whole is no loss, but where the database is known to have lost something.
 */
export function toRestored(
  taken: UserRows | undefined,
  copy: ReadCopy,
  { isNew, hasLost }: { isNew: boolean; hasLost: () => boolean },
): Restored | undefined {
  const made = taken ? toMade(taken) : { papers: 0, topics: 0, settings: 0 };
  const isPartial = copy.refused.length > 0 || copy.isOlder;
  if (made.papers + made.topics + made.settings === 0 && !(isPartial && hasLost())) return undefined;
  return { ...made, at: copy.manifest.at, isPartial, ...(isNew ? { isNew } : {}) };
}
