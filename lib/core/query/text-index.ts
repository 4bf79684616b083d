import type { Paper } from '../papers/paper';
import type { Status } from '../papers/status';
import { isDigit, isLetter, isPlain } from './characters';
import { foldWord } from './fold';
import { FIRST_HASH, nextHash } from './hash';
import type { TextField } from './query';
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

/** False: no word of the text has this hash. True: look. */
export function mayHold(index: TextIndex, hash: number): boolean {
  const bit = hash & (BIT_COUNT - 1);
  return (((index.bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** Reads a text once. Linear in its length. */
export function indexText(text: string): TextIndex {
  const scanner = new Scanner(text);
  const hashes: number[] = [];
  const starts: number[] = [];
  const bits = new Uint32Array(BIT_COUNT / 32);
  for (let at = 0; ; ) {
    let from = skipSpace(text, at);
    // The common word, six of seven: ASCII between ASCII, so that nothing but its letters can belong to it (see scan.ts
    // for what could). Hashed from the text itself: a string for each would be half of the time.
    let hash = FIRST_HASH;
    let unit = 0;
    let to = from;
    for (; isPlain(text.charCodeAt(to)); to++) {
      unit = text.charCodeAt(to) | SMALL;
      hash = nextHash(hash, unit);
    }
    if (to === from || !endsWord(text, to)) {
      if (!scanner.read(from)) break;
      ({ from, to } = scanner);
      hash = foldWord(text.slice(from, to)).hash;
    } else if (unit === SMALL_S) {
      // Compared as its singular.
      hash = foldWord(text.slice(from, to)).hash;
    }
    at = to;
    hash >>>= 0;
    starts.push(from);
    hashes.push(hash);
    const bit = hash & (BIT_COUNT - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return {
    text,
    hashes: new Uint32Array(hashes),
    starts: text.length <= 0xffff ? new Uint16Array(starts) : new Uint32Array(starts),
    bits,
  };
}

/** Makes an ASCII letter small and leaves a digit alone. */
const SMALL = 0x20;
const SMALL_S = 0x73;
const DOT = 0x2e;
/** ASCII that only stands between words. */
const SPACES = new Uint8Array(0x80);
for (const sign of ' ,-();:') SPACES[sign.charCodeAt(0)] = 1;

/** The first place at or after `at` that may begin a word: a point before a letter may (`.NET`). */
function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    const unit = text.charCodeAt(i);
    if (!(unit < 0x80 && SPACES[unit] === 1) && !(unit === DOT && !isLetter(text.charCodeAt(i + 1)))) return i;
    i++;
  }
}

/** Whether a word of ASCII is surely over at `at`: a point before a digit goes on (`0.5`). */
function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    at === text.length || (unit < 0x80 && SPACES[unit] === 1) || (unit === DOT && !isDigit(text.charCodeAt(at + 1)))
  );
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

/** What a field looks like in a paper. Fields of the user's own are read from the status. */
const PAPER_TEXTS = {
  title: (paper) => [paper.title],
  abstract: (paper) => [paper.summary],
  author: (paper) => paper.authors.flatMap((author) => (author.user ? [author.name, author.user] : [author.name])),
  org: ({ organization }) => (organization ? [organization.fullname, organization.name] : []),
  keyword: (paper) => paper.keywords,
  submitter: (paper) => (paper.submitter ? [paper.submitter] : []),
  source: (paper) => [toSource(paper.id)],
  category: (paper) => paper.categories,
  id: (paper) => [paper.id],
} satisfies Partial<Record<TextField, (paper: Paper) => string[]>> & Record<string, (paper: Paper) => string[]>;

const STATUS_TEXTS = {
  tag: (status) => status.tags?.value ?? [],
  note: (status) => (status.note ? [status.note.value] : []),
} satisfies Record<Exclude<TextField, keyof typeof PAPER_TEXTS>, (status: Status) => string[]>;

/** A bare id is an arXiv id that came with the Hugging Face feed; others say their source (`source:id`). */
function toSource(id: string): string {
  const colon = id.indexOf(':');
  return colon > 0 ? id.slice(0, colon) : 'huggingface';
}

type Indexes = Map<TextField, TextIndex[]>;

/**
 * Kept as long as the paper object itself. Papers and statuses are values: a changed one is a new object. Whoever
 * changes one in place is answered from the old text.
 */
const known = new WeakMap<object, Indexes>();

function ensureIndexes(owner: object, field: TextField, readTexts: () => readonly string[]): TextIndex[] {
  let ofOwner = known.get(owner);
  if (!ofOwner) {
    ofOwner = new Map();
    known.set(owner, ofOwner);
  }
  let indexes = ofOwner.get(field);
  if (!indexes) {
    indexes = readTexts().map(indexText);
    ofOwner.set(field, indexes);
  }
  return indexes;
}

/** The indexed texts of one field (one per author, keyword …), each field read at its first use. */
export function toTextIndexes(subject: { paper: Paper; status?: Status | undefined }, field: TextField): TextIndex[] {
  const { paper, status } = subject;
  if (field !== 'tag' && field !== 'note') return ensureIndexes(paper, field, () => PAPER_TEXTS[field](paper));
  return status ? ensureIndexes(status, field, () => STATUS_TEXTS[field](status)) : [];
}
