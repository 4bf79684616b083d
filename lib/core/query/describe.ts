import { toList } from '../words/to-list';
import type { Span } from './ast';
import type { QueryMatch, TextField, TextMatch } from './query';

/** How many words of one field are named before "and 4 more". */
const NAMED = 4;

/**
 * The places to mark in a field: sorted, none overlapping or touching. `text` picks one entry of a field that has
 * several (one author's name); without it all matches of the field are taken to be in the same text.
 */
export function toRanges(matches: readonly QueryMatch[], field: TextField, text?: string): Span[] {
  const spans = matches
    .filter((match) => match.kind === 'text')
    .filter((match) => match.field === field && (text === undefined || match.text === text))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: Span[] = [];
  for (const { from, to } of spans) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** Where a word counts most: each is told once, at the first of these that holds it. */
const FIELDS: readonly TextField[] = [
  'title',
  'author',
  'org',
  'keyword',
  'tag',
  'note',
  'category',
  'submitter',
  'source',
  'id',
  'abstract',
];

/** Fields with short entries: told by the entry itself. */
const ENTRY_WORDS: Partial<Record<TextField, string>> = {
  author: 'author',
  org: 'organisation',
  keyword: 'keyword',
  tag: 'tag',
  category: 'category',
  submitter: 'submitted by',
  source: 'from',
  id: 'id',
};
const IN_WORDS: Partial<Record<TextField, string>> = { title: 'title', abstract: 'abstract', note: 'your note' };

/**
 * Why a paper matched, for its card: `“tool use” in title, agents and language in abstract`, `author Fei-Fei Li`,
 * `28 upvotes`. Empty for no matches (a query that only leaves words out).
 */
export function describeMatches(matches: readonly QueryMatch[]): string {
  const texts = matches.filter((match) => match.kind === 'text');
  const told = new Set<string>();
  const byField = FIELDS.map((field) => {
    const ofField = texts.filter((match) => match.field === field && !told.has(match.term));
    for (const match of ofField) told.add(match.term);
    return { field, ofField };
  });
  const parts = byField.flatMap(({ field, ofField }) => describeField(field, ofField, told.size));
  const facts = matches.filter((match) => match.kind === 'fact').map((match) => match.words);
  return [...new Set([...parts, ...facts])].join(', ');
}

function describeField(field: TextField, matches: TextMatch[], wordCount: number): string[] {
  if (matches.length === 0) return [];
  const entryWords = ENTRY_WORDS[field];
  if (entryWords) {
    // NVIDIA and nvidia, the name and the handle, are one thing to tell.
    const entries = new Map([...matches].reverse().map(({ text }) => [text.toLowerCase(), text]));
    return [`${entryWords} ${toShortList([...entries.values()].reverse())}`];
  }
  const terms = [...new Set(matches.map((match) => match.term))];
  const place = `in ${IN_WORDS[field] ?? field}`;
  if (terms.length === 2 && wordCount === 2 && terms.every(isOneWord)) return [`both words ${place}`];
  return [`${toShortList(terms.map((term) => (isOneWord(term) ? term : `“${term}”`)))} ${place}`];
}

function isOneWord(term: string): boolean {
  return !/[\s-]/.test(term);
}

function toShortList(names: string[]): string {
  const more = names.length - NAMED;
  return toList([...names.slice(0, NAMED), more > 0 && `${more} more`]);
}
