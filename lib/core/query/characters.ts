/** What one code point does to a word. */
export const APART = 0;
/** Letters and numbers: a run of them is one word. */
export const IN_WORD = 1;
/** Scripts written without spaces: each letter is a word, so that a phrase of them finds any part of a text. */
export const ALONE = 2;
/** Combining marks and invisible characters: go with the letter before them, start nothing. */
export const JOINS = 3;

const LETTER = /^[\p{L}\p{N}]$/u;
const JOINING = /^[\p{M}\p{Cf}]$/u;
const NO_SPACES =
  /^[\p{Script=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Classes of the first 65,536 code points plus one, 0 where not asked yet: a regular expression per letter is slow. */
const known = new Uint8Array(0x10000);

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  if (LETTER.test(character)) return NO_SPACES.test(character) ? ALONE : IN_WORD;
  return JOINING.test(character) ? JOINS : APART;
}

/** The class of a code point. A lone surrogate stands apart. */
export function classOf(code: number): number {
  if (code >= 0x10000) return classify(code);
  const found = known[code] as number;
  if (found > 0) return found - 1;
  const made = classify(code);
  known[code] = made + 1;
  return made;
}

/** ASCII digits only: the point of `0.5` holds a word together, other scripts write no versions. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const PLAIN = Uint8Array.from({ length: 0x80 }, (_, unit) => (isDigit(unit) || isLetter(unit) ? 1 : 0));

/** ASCII letters and digits. False for NaN, which charCodeAt gives past the end. */
export function isPlain(unit: number): boolean {
  return unit < 0x80 && PLAIN[unit] === 1;
}

/** ASCII letters only. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
