import { isToldHash } from '@/lib/core/alerts/told';
import { type Day, isDay } from '@/lib/core/days/day';
import type { PaperId } from '@/lib/core/papers/paper';
import type { Start } from '@/lib/ui/start';
import { ALL } from './lists';

/** Where the popup was left. */
export interface Place {
  /** Our clock, ms. */
  at: number;
  /** What was there then: the newest day, and the papers of the last days. More of either is something newer. */
  newest: Day;
  papers: number;
  day: Day;
  tab: string;
  open: readonly PaperId[];
  search?: string | undefined;
  /** The first card in sight, and how far it stood below the list's top, px. */
  top?: { id: PaperId; offset: number } | undefined;
}

/** Left longer ago, the popup begins with today. */
const KEPT_MS = 10 * 60_000;
const KEY = 'popup-place';
const MOST_TEXT = 2_000;

/** The papers of the last days, by the ledger: grows when something newer comes. */
export function countPapers(ledger: Start['ledger']): number {
  return ledger.reduce((sum, { papers }) => sum + papers, 0);
}

/**
 * Keeps the place for the next opening. In `localStorage`: what a popup has in `sessionStorage` ends with it, and a
 * page that closes has no turn left for a database. Where the browser has none, the popup begins with today. The place
 * where every popup begins is none: kept, it would stand there again a moment after the user has deleted everything.
 */
export function writePlace(place: Place): void {
  if (isBeginning(place)) {
    forgetPlace();
    return;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Refused or full: only a comfort is lost.
  }
}

/** True where an alert led here: to New, wherever the popup was left. */
export function isForNew(): boolean {
  return isToldHash(location.hash);
}

/** The next popup begins with today. */
export function forgetPlace(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Refused: nothing was kept either.
  }
}

function isBeginning({ day, newest, tab, open, search, top }: Place): boolean {
  return day === newest && tab === ALL && open.length === 0 && search === undefined && top === undefined;
}

/** The day that was left, for the first read; whether it is still the place to begin is known after that. */
export function readPlace(now: number): Place | undefined {
  if (isForNew()) return undefined;
  try {
    const place = toPlace(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return place && place.at <= now && now - place.at < KEPT_MS ? place : undefined;
  } catch {
    return undefined;
  }
}

/** True where nothing newer has come since. */
export function isPlaceCurrent(place: Place, { newest, ledger }: Pick<Start, 'newest' | 'ledger'>): boolean {
  return place.newest === newest && place.papers === countPapers(ledger);
}

/** Anything can stand in a storage: every field is looked at, and a place that is wrong in one is none. */
function toPlace(raw: unknown): Place | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { at, newest, papers, day, tab, open, search, top } = raw as Record<string, unknown>;
  if (typeof at !== 'number' || typeof papers !== 'number') return undefined;
  if (typeof newest !== 'string' || !isDay(newest) || typeof day !== 'string' || !isDay(day)) return undefined;
  if (!Array.isArray(open) || !open.every(isText)) return undefined;
  return {
    at,
    newest,
    papers,
    day,
    tab: isText(tab) ? tab : ALL,
    open: open.slice(0, 100),
    search: isText(search) ? search : undefined,
    top: toTop(top),
  };
}

function toTop(raw: unknown): Place['top'] {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { id, offset } = raw as Record<string, unknown>;
  return isText(id) && typeof offset === 'number' && Number.isFinite(offset) ? { id, offset } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_TEXT;
}
