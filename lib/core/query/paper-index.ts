import type { Paper } from '../papers/paper';
import type { Status } from '../papers/status';
import { BARE_FIELDS } from './fields';
import type { TextField } from './query';
import { BIT_WORDS, indexText, type TextIndex } from './text-index';

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

const bareBits = new WeakMap<Paper, Uint32Array>();

/** The bits of all fields in which a word without a field is looked for. */
export function toBareBits(paper: Paper): Uint32Array {
  let bits = bareBits.get(paper);
  if (!bits) {
    bits = new Uint32Array(BIT_WORDS);
    for (const field of BARE_FIELDS) {
      for (const index of toTextIndexes({ paper }, field)) {
        for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (index.bits[i] as number);
      }
    }
    bareBits.set(paper, bits);
  }
  return bits;
}

/** The indexed texts of one field (one per author, keyword …), each field read at its first use. */
export function toTextIndexes(subject: { paper: Paper; status?: Status | undefined }, field: TextField): TextIndex[] {
  const { paper, status } = subject;
  if (field !== 'tag' && field !== 'note') return ensureIndexes(paper, field, () => PAPER_TEXTS[field](paper));
  return status ? ensureIndexes(status, field, () => STATUS_TEXTS[field](status)) : [];
}
