import type { Paper } from '../papers/paper';
import type { Status } from '../papers/status';
import { foldWord } from './fold';
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

/**
 * The common word, with what stands before it: ASCII between ASCII, so that nothing but its letters can belong to it
 * (see scan.ts for what could). Six words of seven; a regular expression is fast from the first paper on, where a loop
 * over letters has to be compiled first, and a woken worker reads a hundred papers and is gone.
 */
const PLAIN_WORD = /(?:[ ,\-();:]|\.(?![A-Za-z]))*([A-Za-z0-9]+)(?=[ ,\-();:]|\.(?!\d)|$)/y;

/** Reads a text once. Linear in its length. */
export function indexText(text: string): TextIndex {
  const scanner = new Scanner(text);
  const hashes: number[] = [];
  const starts: number[] = [];
  const bits = new Uint32Array(BIT_COUNT / 32);
  for (let at = 0; ; ) {
    PLAIN_WORD.lastIndex = at;
    let raw = PLAIN_WORD.exec(text)?.[1];
    if (raw !== undefined) {
      at = PLAIN_WORD.lastIndex;
      starts.push(at - raw.length);
    } else {
      if (!scanner.read(at)) break;
      at = scanner.to;
      raw = text.slice(scanner.from, at);
      starts.push(scanner.from);
    }
    const { hash } = foldWord(raw);
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
