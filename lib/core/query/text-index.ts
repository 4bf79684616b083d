import type { Paper } from '../papers/paper';
import type { Status } from '../papers/status';
import { foldWord } from './fold';
import { hashOf } from './hash';
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
}

/** Reads a text once. Linear in its length. */
export function indexText(text: string): TextIndex {
  const scanner = new Scanner(text);
  const hashes: number[] = [];
  const starts: number[] = [];
  for (let at = 0; scanner.read(at); at = scanner.to) {
    hashes.push(scanner.hash >= 0 ? scanner.hash : hashOf(foldWord(text.slice(scanner.from, scanner.to))));
    starts.push(scanner.from);
  }
  return {
    text,
    hashes: Uint32Array.from(hashes),
    starts: text.length <= 0xffff ? Uint16Array.from(starts) : Uint32Array.from(starts),
  };
}

/** The end of the word that begins at `from`: read again instead of kept. */
export function endOf(text: string, from: number): number {
  const scanner = new Scanner(text);
  return scanner.read(from) ? scanner.to : from;
}

/** The word that begins at `from`, as it is compared. */
export function foldedAt(text: string, from: number): string {
  return foldWord(text.slice(from, endOf(text, from)));
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
