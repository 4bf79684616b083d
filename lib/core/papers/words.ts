import type { Author } from './paper';

/**
 * The names a card shows and how many are left. All of them when only one would be left over: "+ 1 authors" is longer
 * than most names.
 */
export function toLeadAuthors(authors: readonly Author[], shown = 2): { names: string[]; left: number } {
  const names = authors.map((author) => author.name);
  if (names.length <= shown + 1) return { names, left: 0 };
  return { names: names.slice(0, shown), left: names.length - shown };
}

/** "Ines Okafor, Daniel Brandt + 6 authors". Empty for a paper without authors. */
export function formatAuthors(authors: readonly Author[], shown = 2): string {
  const { names, left } = toLeadAuthors(authors, shown);
  return left === 0 ? names.join(', ') : `${names.join(', ')} + ${left} authors`;
}

/** "1 author", "8 authors". */
export function formatAuthorCount(count: number): string {
  return plural(count, 'author');
}

/** "1 paper", "24 papers", "8,000 papers": to the last one, as they are counted elsewhere. By hand, as `formatCount`. */
export function formatPapers(count: number): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} paper${count === 1 ? '' : 's'}`;
}

/** "1 comment", "0 comments". */
export function formatComments(count: number): string {
  return plural(count, 'comment');
}

/**
 * 340, "1.2k", "12k", "1.5M": two digits are enough to compare repositories by. By hand: the first formatter of a
 * process reads the tables of ICU, 3 ms that the popup's first card would wait for.
 */
export function formatCount(count: number): string {
  if (count < 1_000) return String(count);
  const [unit, sign] = count < 999_500 ? [1_000, 'k'] : [1_000_000, 'M'];
  const tenths = Math.round((count * 10) / unit);
  return `${tenths < 100 ? tenths / 10 : Math.round(count / unit)}${sign}`;
}

function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
