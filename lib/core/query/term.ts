import type { QueryWord } from './ast';
import { classOf, IN_WORD } from './characters';
import { hashOf } from './hash';
import type { Wording } from './mistake';
import { toTokens } from './scan';

export interface Term {
  words: QueryWord[];
  /** As written, without quotes. */
  term: string;
}

/** `at` is where in the text, when it is one character. */
export interface TermMistake {
  wording: Wording;
  at?: number;
}

/**
 * The words of a term, read as papers are read: `text-to-image` and "text to image" are the same three words, `C++` is c
 * followed by ++. A star may end any of them, in quotes and between hyphens too: `text-to-im*`, "world mod*".
 */
export function toTerm(text: string, quoted: boolean): Term | TermMistake {
  const tokens = toTokens(text);
  const ending = new Map(tokens.map((token, i) => [token.to, i]));
  const starred = new Set<number>();
  for (let at = text.indexOf('*'); at >= 0; at = text.indexOf('*', at + 1)) {
    const index = ending.get(at);
    if (index === undefined || tokens[index]?.isSign) return { wording: (say) => say.starAlone(), at };
    const next = text.codePointAt(at + 1);
    if (next !== undefined && classOf(next) >= IN_WORD) return { wording: (say) => say.starInside(), at };
    starred.add(index);
  }
  if (tokens.length === 0) return { wording: (say) => (quoted ? say.emptyQuotes() : say.noWord(text)) };
  const words = tokens.map((token, i) => {
    const prefix = starred.has(i);
    const word = prefix ? token.letters : token.word;
    return { word, prefix, hash: hashOf(word) };
  });
  return { words, term: text.trim() };
}
