import type { Paper } from '../papers/paper';

/** When the papers of an alert came: the first and the last of them, ms of our clock. */
export interface ToldTimes {
  from: number;
  to: number;
}

const HASH = '#told=';

/** The name of an alert. Says which papers it told of in any number of them: a browser takes 500 characters at most. */
export function toToldId(papers: readonly Paper[]): string {
  const times = papers.map(({ firstSeenAt }) => firstSeenAt);
  return `${Math.min(...times)}-${Math.max(...times)}`;
}

/** Where in the popup the alert of this name leads. */
export function toToldHash(id: string): string {
  return HASH + id;
}

/** True where an alert led here. */
export function isToldHash(hash: string): boolean {
  return hash.startsWith(HASH);
}

/** When the papers came that the alert told of; `undefined` for the name of an older version. */
export function readToldHash(hash: string): ToldTimes | undefined {
  const [from, to] = hash.slice(HASH.length).split('-').map(Number);
  return isToldHash(hash) && from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}
