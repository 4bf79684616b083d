import { hashOf } from './hash';
import { toSingular } from './plural';

/**
 * Accents and points, by block. Not all of \p{Mn}: the voicing mark of か and が and the vowel signs of Indic scripts are
 * marks too, and without them other words would meet.
 */
const ACCENTS =
  /[\u0300-\u036f]|[\u1ab0-\u1aff\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]|[\u0483-\u0487]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a\u064b-\u065f]|\u0670/g;
/** Letters with a stroke or joined, which NFKD leaves alone: people type `Lukasz` for Łukasz. σ has two lower cases. */
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};
const STROKE = /[łøđħŧıßæœς]/g;
/**
 * Letters that stand for themselves: papers write β-VAE, beta-VAE and $beta$-VAE, π0.5 and pi_{0.5}. Only alone or before
 * digits: inside words, Greek is Greek.
 */
const GREEK_NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const GREEK_LETTERS = 'αβγδεζηθικλμνξοπρστυφχψω';
const GREEK_BEFORE_DIGITS = /^[α-ω](?=[0-9][0-9.]*$)/;
/** Soft hyphens, joiners, direction marks. */
const INVISIBLE = /\p{Cf}/gu;
/** What a word may hold of LaTeX (`π_{0.5}` is one word, see scan.ts). */
const SUBSCRIPT = /[_^{}]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the range meant
const ASCII = /^[\x00-\x7f]*$/;

/** NFKD without accents, lower case, composed again (so that 한 stays one letter and is not found inside 하). */
export function foldLetters(raw: string): string {
  const plain = raw.replace(SUBSCRIPT, '');
  if (ASCII.test(plain)) return plain.toLowerCase();
  return (
    plain
      .normalize('NFKD')
      .replace(INVISIBLE, '')
      // Again: some signs decompose to a brace.
      .replace(SUBSCRIPT, '')
      .toLowerCase()
      .replace(ACCENTS, '')
      .replace(STROKE, (letter) => STROKES[letter] ?? letter)
      .normalize('NFC')
      .replace(GREEK_BEFORE_DIGITS, toGreekName)
  );
}

function toGreekName(letter: string): string {
  return GREEK_NAMES[GREEK_LETTERS.indexOf(letter)] ?? letter;
}

/** A word as it is compared. */
export interface FoldedWord {
  /** Folded, then singular. */
  readonly word: string;
  readonly hash: number;
}

/**
 * By raw word: abstracts repeat their words, and NFKD is slow. Bounded: emptied when full. Long words are left out: a
 * slice of 13 characters or more keeps the whole abstract in memory (V8's sliced strings).
 */
const known = new Map<string, FoldedWord>();
const KNOWN_LIMIT = 20_000;
const KNOWN_LENGTH = 12;

export function foldWord(raw: string): FoldedWord {
  const found = known.get(raw);
  if (found !== undefined) return found;
  const letters = foldLetters(raw);
  // Not in foldLetters: `π*` would begin "pixel".
  const word = letters.length === 1 ? toGreekName(letters) : toSingular(letters);
  const folded = { word, hash: hashOf(word) };
  if (raw.length > KNOWN_LENGTH) return folded;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(raw, folded);
  return folded;
}
