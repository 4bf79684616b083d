import { readFirstList } from '@/lib/browser/first-list';
import { beginStart, type ChooseDay, type StartResult } from '@/lib/ui/start';
import { toKeptStart } from './kept-start';
import { isPlaceCurrent, type Place, readPlace } from './place';

/** The first list on its way, and where the popup was left a moment ago. */
export interface Reading {
  result: Promise<StartResult>;
  /** The result was kept when the badge was counted: nobody has asked the databases yet. Known with it. */
  isKept: boolean;
  place: Place | undefined;
}

/** Two scripts of one page share nothing but the page. */
declare global {
  var dailyPapersReading: Reading | undefined;
}

/** Begins to read the first list. From a script of its own, before the code that shows the list has been loaded. */
export function readAhead(): void {
  globalThis.dailyPapersReading = beginReading();
}

/** What was begun, once; begun now where it was not. */
export function takeReading(): Reading {
  const begun = globalThis.dailyPapersReading;
  globalThis.dailyPapersReading = undefined;
  return begun ?? beginReading();
}

function beginReading(): Reading {
  // Asked before anything else is done: it is on its way while the place is looked up.
  const kept = readFirstList();
  const place = readPlace(Date.now());
  const reading: Reading = { result: readStart(), isKept: false, place };
  return reading;

  /** What was kept, where it is the list to begin with; else the databases are read. */
  async function readStart(): Promise<StartResult> {
    const choose: ChooseDay = (known) => (place && isPlaceCurrent(place, known) ? place.day : undefined);
    const start = toKeptStart(await kept, Date.now(), choose);
    reading.isKept = start !== undefined;
    return start ? { ok: true, start } : beginStart(choose);
  }
}
