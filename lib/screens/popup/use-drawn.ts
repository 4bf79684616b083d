import { useEffect, useState } from 'preact/hooks';

/** Cards of the first frame: what fits the window. The others follow in the next; fifty at once would delay it by half. */
const FIRST_CARDS = 4;
/** Cards that another list begins with, and by which each one grows: what can be drawn between two keys of a search. */
const SLICE_CARDS = 10;

/**
 * How many of the `count` cards of a list are drawn: slice by slice, each after the paint of the one before. The first
 * `awaited` of them come at once behind the first frame: there the list was left, and it must not jump late.
 */
export function useDrawn(list: string, count: number, awaited = 0): { limit: number; isPainted: boolean } {
  const [isPainted, setPainted] = useState(false);
  const [drawn, setDrawn] = useState({ list, limit: FIRST_CARDS });
  const limit = drawn.list === list ? drawn.limit : SLICE_CARDS;
  useEffect(() => setPainted(true), []);
  useEffect(() => {
    if (limit >= count) return;
    // A task of its own: what was typed meanwhile comes first, and begins anew.
    const timer = setTimeout(() => setDrawn({ list, limit: Math.max(limit, awaited) + SLICE_CARDS }));
    return () => clearTimeout(timer);
  }, [list, limit, count, awaited]);
  return { limit, isPainted };
}
