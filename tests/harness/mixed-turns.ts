import { createDice } from './sample-feed/dice';

interface Turn {
  work: () => void;
  /** How many others come first. */
  heldFor: number;
}

/** A request in so many waits for a whole action of another page to go by. */
const HELD = 0.03;
const LONGEST_HELD = 400;

/**
 * Lets the requests of databases in memory (fake-indexeddb asks for a turn for each) come in an order drawn by `seed`, as
 * several processes and a busy disk do, until the returned function is called. Of one transaction one stands in line at a time.
 */
export function mixTurns(seed: number): () => void {
  const original = globalThis.setImmediate;
  const dice = createDice(String(seed));
  let turns: Turn[] = [];
  let isAsked = false;

  function ask(): void {
    if (isAsked || turns.length === 0) return;
    isAsked = true;
    original(() => {
      isAsked = false;
      for (const turn of turns) turn.heldFor--;
      const free = turns.filter(({ heldFor }) => heldFor <= 0);
      const next = dice.pick(free.length > 0 ? free : turns);
      turns = turns.filter((turn) => turn !== next);
      ask();
      next.work();
    });
  }

  const mixed = (work: () => void) => {
    turns.push({ work, heldFor: dice.chance(HELD) ? dice.integer(5, LONGEST_HELD) : 0 });
    ask();
  };
  globalThis.setImmediate = mixed as typeof setImmediate;
  return () => {
    globalThis.setImmediate = original;
  };
}
