import type { QueryWord } from './ast';
import { isPlain } from './characters';
import { foldLetters } from './fold';
import { endOf, foldedAt, mayHold, type TextIndex } from './text-index';

/** One question being answered. */
export interface Run {
  /** What it cost so far. */
  steps: number;
  /** The indexes that nearly every term asks for, once they were looked up. */
  title: TextIndex[] | undefined;
  abstract: TextIndex[] | undefined;
  /** Of both. */
  bareBits: Uint32Array | undefined;
}

export function startRun(): Run {
  return { steps: 0, title: undefined, abstract: undefined, bareBits: undefined };
}

/** Where a term begins and ends among the words of a text. -1: nowhere. */
export const NOWHERE = -1;

/**
 * The first place at or after word `start` where the words stand in this order, as an index into the text's words.
 * At most words of the text times words of the term comparisons.
 */
export function findTerm(index: TextIndex, words: readonly QueryWord[], start: number, run: Run): number {
  const [first] = words;
  if (!first) return NOWHERE;
  for (const { prefix, hash } of words) {
    run.steps++;
    if (!prefix && !mayHold(index.bits, hash)) return NOWHERE;
  }
  const last = index.hashes.length - words.length;
  for (let at = start; at <= last; at++) {
    if (!first.prefix) {
      const found = index.hashes.indexOf(first.hash, at);
      run.steps += (found < 0 ? index.hashes.length : found) - at;
      if (found < 0 || found > last) return NOWHERE;
      at = found;
    }
    let i = 0;
    while (i < words.length && isAt(index, at + i, words[i] as QueryWord, run)) i++;
    if (i === words.length) return at;
  }
  return NOWHERE;
}

/** The UTF-16 offset where word number `at` of the text ends. */
export function endOfWord(index: TextIndex, at: number): number {
  return endOf(index.text, index.starts[at] as number);
}

function isAt(index: TextIndex, at: number, word: QueryWord, run: Run): boolean {
  run.steps++;
  const from = index.starts[at] as number;
  if (word.prefix) return beginsAt(index.text, from, word.word, run);
  if (index.hashes[at] !== word.hash) return false;
  run.steps += word.word.length;
  return isPrintedAt(index.text, from, word.word) || foldedAt(index.text, from) === word.word;
}

/** The common case: the text has the word itself, in ASCII of any case, and it ends there. */
function isPrintedAt(text: string, from: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = text.charCodeAt(from + i);
    if (!isPlain(unit) || toLower(unit) !== word.charCodeAt(i)) return false;
  }
  // A point, subscript or accent may go on.
  return from + word.length === text.length || ENDS_WORD.includes(text.charAt(from + word.length));
}

const ENDS_WORD = ' -,;:)/';

function toLower(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

/** Unit by unit while all is ASCII: folding each word of a text for each prefix would take a hundred times longer. */
function beginsAt(text: string, from: number, prefix: string, run: Run): boolean {
  for (let i = 0; i < prefix.length; i++) {
    run.steps++;
    const unit = text.charCodeAt(from + i);
    if (isPlain(unit)) {
      if (toLower(unit) !== prefix.charCodeAt(i)) return false;
    } else {
      // The word may go on after an accent or a subscript, folded away.
      const to = endOf(text, from);
      run.steps += to - from;
      return to > from + i && foldLetters(text.slice(from, to)).startsWith(prefix);
    }
  }
  return true;
}
