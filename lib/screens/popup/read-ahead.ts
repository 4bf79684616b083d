import { beginStart, type StartResult } from '@/lib/ui/start';
import { readFirstList } from './first-list';
import { isPlaceCurrent, type Place, readPlace } from './place';

/** The first list on its way, and where the popup was left a moment ago. */
export interface Reading {
  result: Promise<StartResult>;
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
  const reading: Reading = {
    result: beginStart({
      choose: (known) => toDay(reading.place, known),
      // While the databases open: the first look into the local storage holds the thread for as long as that takes.
      guess: () => readFirstList(),
    }),
    place: undefined,
  };
  reading.place = readPlace(Date.now());
  return reading;
}

function toDay(place: Place | undefined, known: Parameters<typeof isPlaceCurrent>[1]) {
  return place && isPlaceCurrent(place, known) ? place.day : undefined;
}
