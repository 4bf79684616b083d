import { isArxivId } from '../papers/paper-id';
import { type CitedPaper, toCitedUrl, toYear } from './citation';
import { toOneLine, toTex } from './tex';

/** Words that tell papers apart badly. */
const DULL = new Set([
  'a',
  'an',
  'the',
  'on',
  'of',
  'in',
  'for',
  'to',
  'and',
  'with',
  'is',
  'are',
  'towards',
  'toward',
]);

/**
 * One entry as arXiv exports its own papers: `@misc` with `eprint`, `archivePrefix` and, where it is known,
 * `primaryClass` (info.arxiv.org/help/hypertex/bibstyles). The title stands in braces of its own, or styles would lower
 * its capitals. Everything of the feed is escaped.
 */
export function toBibtex(paper: CitedPaper): string {
  const year = toYear(paper);
  const authors = (paper.authors ?? []).map(({ name }) => toBibtexName(name)).filter((name) => name !== '');
  const fields: [string, string | undefined][] = [
    ['title', `{${toTex(paper.title)}}`],
    ['author', authors.length > 0 ? authors.join(' and ') : undefined],
    ['year', year],
    ...toEprint(paper),
    ['url', toCitedUrl(paper)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${toKey(paper, year)},\n${lines.join(',\n')}\n}\n`;
}

function toEprint({ id, categories = [] }: CitedPaper): [string, string | undefined][] {
  if (!isArxivId(id)) return [];
  const [primary] = categories;
  // An old id names its archive: `hep-ph/9609357`.
  const category = primary !== undefined && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(primary) ? primary : undefined;
  return [
    ['eprint', id],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', id.includes('/') ? undefined : category],
  ];
}

/**
 * A name in its natural order. BibTeX splits a list at "and", a name at commas, and takes "others" for "et al.": a name
 * that has one of these stands in braces as a whole (Patashnik, "BibTeXing", section 4).
 */
function toBibtexName(name: string): string {
  const plain = toOneLine(name);
  const escaped = toTex(plain);
  return /,|(?:^|\s)and(?:\s|$)|^others$/i.test(plain) ? `{${escaped}}` : escaped;
}

/** `okafor2026scaling`: the first author's last name, year and the first telling word; the id where there are none. */
function toKey({ id, title, authors = [] }: CitedPaper, year = ''): string {
  const family = toWords(authors[0]?.name ?? '').at(-1) ?? '';
  const word = toWords(title).find((one) => one.length > 1 && !DULL.has(one)) ?? '';
  const key = `${family}${year}${word}`;
  return family !== '' && word !== '' ? key : `paper-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** In the letters that every reader of BibTeX takes in a key. */
function toWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
