import { ALONE, APART, classOf, IN_WORD, isDigit, isLetter, JOINS } from './characters';
import { foldLetters, foldWord } from './fold';

const PLUS = 0x2b;
const SHARP = 0x23;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const CARET = 0x5e;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Reads the words of a text, one at a time. The only place that says what a word is; queries and papers both go through
 * it, so that what is typed as it is printed is found.
 *
 * A run of letters and numbers is a word (`GPT`, `4o`, `3D`, `L2`), with
 * - a point between digits inside: `0.5`, `Qwen2.5`;
 * - a subscript or power of digits after a letter: `π_{0.5}` is π0.5, `L_2` is L2 (abstracts hold half-stripped LaTeX);
 * - each letter of a script without spaces a word of its own.
 * Signs that tell words apart are words of their own, so that `C++` is found as c followed by ++, and C finds it too:
 * `++` and `#` right after a letter or number, the point that begins `.NET`.
 * Everything else, hyphens too, only stands between words.
 */
export class Scanner {
  /** UTF-16 offsets of the word read last. */
  from = 0;
  to = 0;
  /** `++`, `#` or `.`: not a word that could begin a longer one. */
  isSign = false;

  constructor(readonly text: string) {}

  /** Reads the first word that begins at `at` or later. False when there is none. Linear in what it steps over. */
  read(at: number): boolean {
    const { text } = this;
    for (let i = at; i < text.length; i++) {
      const code = text.codePointAt(i) as number;
      const kind = classOf(code);
      if (kind === APART ? this.readSign(i, code) : kind !== JOINS) {
        if (kind !== APART) this.readWord(i, kind);
        return true;
      }
      if (code > 0xffff) i++;
    }
    return false;
  }

  private readSign(at: number, code: number): boolean {
    const length = this.signLength(at, code);
    if (length === 0) return false;
    this.from = at;
    this.to = at + length;
    this.isSign = true;
    return true;
  }

  private signLength(at: number, code: number): number {
    const { text } = this;
    if (code === DOT) {
      const begins = at === 0 || /[\s([{"'“‘]/.test(text.charAt(at - 1));
      return begins && isLetter(text.charCodeAt(at + 1)) ? 1 : 0;
    }
    if (code !== SHARP && !(code === PLUS && text.charCodeAt(at + 1) === PLUS)) return 0;
    const before = at === 0 ? APART : classOf(text.charCodeAt(at - 1));
    return before === IN_WORD || before === ALONE ? (code === PLUS ? 2 : 1) : 0;
  }

  private readWord(at: number, kind: number): void {
    const { text } = this;
    this.from = at;
    this.isSign = false;
    let i = at;
    let last = 0;
    while (i < text.length) {
      const code = text.codePointAt(i) as number;
      const next = classOf(code);
      if (next === APART) {
        const inner = this.innerLength(i, code, last);
        if (inner === 0) break;
        i += inner;
        if (text.charCodeAt(i - 1) === CLOSE_BRACE) break;
        last = text.charCodeAt(i - 1);
        continue;
      }
      if (i > at && next !== JOINS && (next === ALONE || kind === ALONE)) break;
      if (next !== JOINS) last = code;
      i += code > 0xffff ? 2 : 1;
    }
    this.to = i;
  }

  /** How many units at `i`, apart in themselves, belong to the word around them. `last` is the letter before. */
  private innerLength(i: number, code: number, last: number): number {
    const { text } = this;
    if (code === DOT) return isDigit(last) && isDigit(text.charCodeAt(i + 1)) ? 1 : 0;
    if ((code !== UNDERSCORE && code !== CARET) || isDigit(last) || classOf(last) !== IN_WORD) return 0;
    if (isDigit(text.charCodeAt(i + 1))) return 1;
    if (text.charCodeAt(i + 1) !== OPEN_BRACE) return 0;
    let end = i + 2;
    while (isDigit(text.charCodeAt(end)) || (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end - 1)))) end++;
    return end > i + 2 && text.charCodeAt(end) === CLOSE_BRACE ? end + 1 - i : 0;
  }
}

/** One word of a text. UTF-16 offsets. */
export interface Token {
  from: number;
  to: number;
  /** As it is compared: folded and singular. */
  word: string;
  /** Folded only: what a prefix is compared with. */
  letters: string;
  isSign: boolean;
}

/** All words of a short text (a query's term); papers are read by text-index.ts. */
export function toTokens(text: string): Token[] {
  const scanner = new Scanner(text);
  const tokens: Token[] = [];
  for (let at = 0; scanner.read(at); at = scanner.to) {
    const raw = text.slice(scanner.from, scanner.to);
    const { from, to, isSign } = scanner;
    tokens.push({ from, to, isSign, word: foldWord(raw).word, letters: foldLetters(raw) });
  }
  return tokens;
}
