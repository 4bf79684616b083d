import type { Paper } from './paper';

/**
 * True where two readings of a paper are the same. Whatever the feed changes in one moves `updatedAt`; the numbers and
 * the title stand here for rows of older versions.
 */
export function isSamePaper(a: Paper, b: Paper): boolean {
  return (
    a.id === b.id &&
    a.updatedAt === b.updatedAt &&
    a.upvotes === b.upvotes &&
    a.comments === b.comments &&
    a.dailyDate === b.dailyDate &&
    a.title === b.title
  );
}
