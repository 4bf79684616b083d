import { FIELD_NAMES, type FieldName, type HAS_VALUES, type IS_VALUES, toField } from './fields';
import { FIELD_WORDS } from './reference';
import { type KnownName, matchesPrefix, NAME_FIELDS, type NameField } from './vocabulary';

/** The piece of a query that is being written and can be completed. UTF-16 offsets; what is accepted replaces it. */
export interface CompletionSpot {
  from: number;
  to: number;
  /** Whose value it is; absent: a bare word, which may become a field. */
  field?: FieldName;
  /** What stands there, without quotes. */
  prefix: string;
}

export interface Suggestion {
  /** What is written into the query. */
  insert: string;
  label: string;
  /** What it does, or how many papers it finds. */
  words: string;
}

/** So many are offered: more would be read more slowly than the next letter is typed. */
export const SUGGESTIONS = 8;
/** A single letter begins too many words that are no field. */
const FIELD_LETTERS = 2;

const QUOTE = /["“”„«»]/;
const NAME = /^-?([a-z][a-z_-]*):/i;

/** What is being written at `caret`; nothing inside a word, in a phrase without a field, or behind a field we don't know. */
export function findSpot(text: string, caret: number): CompletionSpot | undefined {
  /** Fields of the brackets around. */
  const outer: (FieldName | undefined)[] = [];
  let word = 0;
  let quote = -1;
  const toOwnField = (to: number) => toField(NAME.exec(text.slice(word, to))?.[1] ?? '');
  for (let i = 0; i < caret; i++) {
    const letter = text.charAt(i);
    if (QUOTE.test(letter)) {
      if (quote < 0) quote = i;
      else {
        quote = -1;
        word = i + 1;
      }
    } else if (quote >= 0) continue;
    else if (letter === '(') {
      outer.push(toOwnField(i) ?? outer.at(-1));
      word = i + 1;
    } else if (letter === ')') {
      outer.pop();
      word = i + 1;
    } else if (/\s/.test(letter)) word = i + 1;
  }
  const around = outer.at(-1);
  if (quote >= 0) {
    const field = toOwnField(quote) ?? around;
    const to = QUOTE.test(text.charAt(caret)) ? caret + 1 : caret;
    return field && { from: quote, to, field, prefix: text.slice(quote + 1, caret) };
  }
  const next = text.charAt(caret);
  if (next !== '' && !/[\s()]/.test(next)) return undefined;
  const written = text.slice(word, caret);
  const name = NAME.exec(written);
  if (name) {
    const field = toField(name[1] ?? '');
    const from = word + name[0].length;
    return field && { from, to: caret, field, prefix: text.slice(from, caret) };
  }
  const from = word + (written.startsWith('-') ? 1 : 0);
  const prefix = text.slice(from, caret);
  // Between the names of a group nothing is offered before the first letter: there `OR` may follow.
  if (around)
    return prefix === '' && text.charAt(caret - 1) !== '(' ? undefined : { from, to: caret, field: around, prefix };
  return { from, to: caret, prefix };
}

/** The field whose names have to be looked up for this spot, where it is one. */
export function toNameField(spot: CompletionSpot | undefined): NameField | undefined {
  return NAME_FIELDS.find((field) => field === spot?.field);
}

/**
 * What can be written at `spot`. `names` are those of its field that were looked up last, perhaps for a shorter prefix:
 * they are asked again, so that a list never shows what does not fit. `all`: the user asked to see the fields.
 */
export function toSuggestions(spot: CompletionSpot, names: readonly KnownName[], all = false): Suggestion[] {
  const { field, prefix } = spot;
  const wanted = prefix.toLowerCase();
  if (field === undefined) {
    if (!all && wanted.length < FIELD_LETTERS) return [];
    return FIELD_NAMES.filter((name) => name.startsWith(wanted)).map((name) => ({
      insert: `${name}:`,
      label: `${name}:`,
      words: FIELD_WORDS[name],
    }));
  }
  if (toNameField(spot)) {
    const fitting = names.filter(({ value }) => matchesPrefix(value, prefix));
    return fitting.slice(0, SUGGESTIONS).map(({ value, papers }) => ({
      insert: toWritten(value),
      label: value,
      words: papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`,
    }));
  }
  const values = Object.entries(VALUES[field] ?? {}).filter(([value]) => value.startsWith(wanted) && value !== wanted);
  return values.map(([value, words]) => ({ insert: value, label: value, words }));
}

const HAS_WORDS: Record<(typeof HAS_VALUES)[number], string> = {
  code: 'the paper links to its code',
  project: 'it has a project page',
  media: 'it has pictures or video',
  note: 'you wrote a note',
};
const IS_WORDS: Record<(typeof IS_VALUES)[number], string> = {
  new: 'not seen yet, of the last 14 days',
  unread: 'you have not opened it',
  read: 'you have opened it',
  starred: 'you starred it',
  later: 'you kept it for later',
  dismissed: 'you dismissed it',
};
const NUMBERS = { '>=20': 'at least so many', '<5': 'fewer than that', '10..50': 'between these, both included' };

const VALUES: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
  has: HAS_WORDS,
  is: IS_WORDS,
  upvotes: NUMBERS,
  comments: NUMBERS,
  stars: NUMBERS,
  date: { today: 'the feed’s day now', '7d': 'the last 7 days', '30d': 'the last 30 days' },
  source: { huggingface: 'the Hugging Face feed' },
};

/** Quoted where it would not be read as one word. A quotation mark inside can't be written: the words around it do. */
function toWritten(value: string): string {
  const plain = value
    .replace(/["“”„«»*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // An organisation may be called OR, as the state is.
  const isWord = /^[\p{L}\p{N}][\p{L}\p{N}._+-]*$/u.test(plain) && !/^(AND|OR|NOT)$/.test(plain);
  return isWord ? plain : `"${plain}"`;
}
