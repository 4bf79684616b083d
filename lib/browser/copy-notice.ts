import type { CheckResult } from '@/lib/core/copy/restored';

/** What became of stored data. `papers`: they could not be read and were deleted. */
export type Notice = Exclude<CheckResult, { kind: 'fine' }> | { kind: 'papers' };

/** Of what the user made, and of the papers: both can be damaged at once, and neither is told in place of the other. */
const PLACES = ['copy-notice', 'papers-notice'] as const;

const toPlace = (kind: Notice['kind']) => PLACES[kind === 'papers' ? 1 : 0];

type Listener = (notices: Notice[]) => void;
const listeners = new Set<Listener>();

/** All that the user was not told yet, or has not closed: a popup may be gone before it is read. */
export function readNotices(): Notice[] {
  return PLACES.flatMap((place) => readOne(place) ?? []);
}

function readOne(place: string): Notice | undefined {
  try {
    const notice = JSON.parse(localStorage.getItem(place) ?? 'null') as Notice | null;
    if (notice?.kind === 'lost' || notice?.kind === 'papers') return notice;
    return notice?.kind === 'restored' && typeof notice.restored?.at === 'number' ? notice : undefined;
  } catch {
    return undefined;
  }
}

/** Shows it in this page and keeps it for the next one. */
export function writeNotice(notice: Notice): void {
  change(toPlace(notice.kind), notice);
}

/** It was read. */
export function clearNotice({ kind }: Notice): void {
  change(toPlace(kind), undefined);
}

function change(place: string, notice: Notice | undefined): void {
  const others = readNotices().filter(({ kind }) => toPlace(kind) !== place);
  try {
    if (notice) localStorage.setItem(place, JSON.stringify(notice));
    else localStorage.removeItem(place);
  } catch {
    // Told in this page only.
  }
  for (const listener of listeners) listener(notice ? [notice, ...others] : others);
}

/** Calls `listener` with all there is to tell whenever that changes in this page, until the returned function is called. */
export function onNotices(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
