import { isDigit, isLetter, isPlain } from './characters';
import { foldWord } from './fold';
import { FIRST_HASH, nextHash } from './hash';
import { Scanner } from './scan';

/**
 * The words of one text: a hash and a start per word, 6 bytes each. Strings in a map would be 8 kB a paper, 160 MB while
 * the workshop goes through 20,000. Equal hashes are compared letter by letter before they count (`foldedAt`).
 */
export interface TextIndex {
  readonly text: string;
  readonly hashes: Uint32Array;
  readonly starts: Uint16Array | Uint32Array;
  /** A bit per hash, `bitOf`: says of nine words in ten that are not there that they are not, without a search. */
  readonly bits: Uint32Array;
}

const BIT_COUNT = 1024;
/** Of `TextIndex.bits`. */
export const BIT_WORDS = BIT_COUNT / 32;

/** False: no word of the text, or texts, that these bits are of has this hash. True: look. */
export function mayHold(bits: Uint32Array, hash: number): boolean {
  const bit = hash & (BIT_COUNT - 1);
  return (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** Room for the words of a text while it is read; grows. */
let hashRoom = new Uint32Array(2048);
let startRoom = new Uint32Array(2048);

/**
 * Reads a text once. Linear in its length. Numbers stay small and whole in here, places inside the text, and words are
 * put into room that is there: the badge is counted in pages that have just begun, whose code is still slow.
 */
export function indexText(text: string): TextIndex {
  const { length } = text;
  const scanner = new Scanner(text);
  const bits = new Uint32Array(BIT_WORDS);
  let count = 0;
  for (let at = 0; ; ) {
    let from = skipSpace(text, at);
    // The common word, six of seven: ASCII between ASCII, so that nothing but its letters can belong to it (see scan.ts
    // for what could). Hashed from the text itself: a string for each would be half of the time.
    let hash = FIRST_HASH | 0;
    let unit = 0;
    let to = from;
    for (; to < length; to++) {
      const code = text.charCodeAt(to);
      if (code >= 0x80) break;
      const small = SMALL[code] as number;
      if (small === 0) break;
      unit = small;
      hash = nextHash(hash, unit);
    }
    if (to === from || !endsWord(text, to)) {
      if (!scanner.read(from)) break;
      ({ from, to } = scanner);
      hash = foldWord(text.slice(from, to)).hash | 0;
    } else if (unit === SMALL_S) {
      // Compared as its singular.
      hash = foldWord(text.slice(from, to)).hash | 0;
    }
    at = to;
    if (count === hashRoom.length) [hashRoom, startRoom] = [toLarger(hashRoom), toLarger(startRoom)];
    hashRoom[count] = hash;
    startRoom[count] = from;
    count++;
    const bit = hash & (BIT_COUNT - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  const starts = startRoom.subarray(0, count);
  return {
    text,
    hashes: hashRoom.slice(0, count),
    starts: length <= 0xffff ? new Uint16Array(starts) : starts.slice(),
    bits,
  };
}

function toLarger(room: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room.length * 2);
  larger.set(room);
  return larger;
}

/** ASCII letters and digits as they are compared; 0 for what is none. */
const SMALL = Uint8Array.from({ length: 0x80 }, (_, unit) => (isPlain(unit) ? unit | 0x20 : 0));
const SMALL_S = 0x73;
const DOT = 0x2e;
/** ASCII that only stands between words. */
const SPACES = new Uint8Array(0x80);
for (const sign of ' ,-();:') SPACES[sign.charCodeAt(0)] = 1;

/** The first place at or after `at` that may begin a word: a point before a letter may (`.NET`). */
function skipSpace(text: string, at: number): number {
  let i = at;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 && SPACES[unit] === 1) continue;
    if (unit !== DOT || (i + 1 < text.length && isLetter(text.charCodeAt(i + 1)))) break;
  }
  return i;
}

/** Whether a word of ASCII is surely over at `at`: a point before a digit goes on (`0.5`). */
function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  if (unit === DOT) return at + 1 === text.length || !isDigit(text.charCodeAt(at + 1));
  return unit < 0x80 && SPACES[unit] === 1;
}

/** The end of the word that begins at `from`: read again instead of kept. */
export function endOf(text: string, from: number): number {
  const scanner = new Scanner(text);
  return scanner.read(from) ? scanner.to : from;
}

/** The word that begins at `from`, as it is compared. */
export function foldedAt(text: string, from: number): string {
  return foldWord(text.slice(from, endOf(text, from))).word;
}
