import type { IncomingPaper, Paper } from '../papers/paper';

/**
 * The stored paper after an answer: a key the answer lacks keeps its stored value, a present one replaces it (law 7).
 * Returns `known` itself when nothing changed, so that no row is written and no open page repaints.
 */
export function mergePaper(known: Paper | undefined, incoming: IncomingPaper, now: number): Paper {
  const base: Paper = known ?? {
    id: incoming.id,
    title: incoming.title,
    summary: '',
    authors: [],
    dailyDate: incoming.dailyDate,
    upvotes: 0,
    comments: 0,
    keywords: [],
    mediaUrls: [],
    categories: [],
    firstSeenAt: now,
    updatedAt: now,
  };
  const present = Object.fromEntries(Object.entries(incoming).filter(([, value]) => value !== undefined));
  // A paper featured twice belongs to its newest day: an older day read again must not pull it back.
  const dailyDate = incoming.dailyDate > base.dailyDate ? incoming.dailyDate : base.dailyDate;
  const merged: Paper = { ...base, ...present, dailyDate };
  if (known && isEqual(known, { ...merged, updatedAt: known.updatedAt })) return known;
  return { ...merged, updatedAt: now };
}

/** Structural equality of plain data, whatever the order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual((a as never)[key], (b as never)[key]));
}
