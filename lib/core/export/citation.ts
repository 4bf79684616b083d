import { toPaperUrl } from '../papers/links';
import type { Paper } from '../papers/paper';
import { isArxivId } from '../papers/paper-id';
import { toLeadAuthors } from '../papers/words';
import { toOneLine } from './tex';

/** What a citation is made of; a paper that the feed has lost has little more than its title. */
export type CitedPaper = Pick<Paper, 'id' | 'title'> & Partial<Pick<Paper, 'authors' | 'publishedAt' | 'categories'>>;

/**
 * "Okafor, Brandt et al. (2026). Title. arXiv:2611.12345." on one line: names and year where they are known, and the
 * identifier as arXiv asks for it, `arXiv:YYMM.NNNNN` without spaces or a version, so that it is recognised and linked
 * (info.arxiv.org/help/faq/references). A paper that arXiv does not have ends with its address.
 */
export function toCitation(paper: CitedPaper): string {
  const { names, left } = toLeadAuthors(paper.authors ?? []);
  const authors = toOneLine(`${names.join(', ')}${left > 0 ? ' et al.' : ''}`);
  const year = toYear(paper);
  const who = [authors, year && `(${year})`].filter(Boolean).join(' ');
  const title = toOneLine(paper.title);
  const end = /[.?!…。？！]$/u.test(title) ? '' : '.';
  // An address takes no full stop: readers would take it for a part of it.
  const where = isArxivId(paper.id) ? `arXiv:${paper.id}.` : toPaperUrl(paper);
  return `${who === '' ? '' : `${who}${who.endsWith('.') ? '' : '.'} `}${title}${end} ${where}`;
}

/** The year of the first version; an arXiv id tells it too (the oldest are of 1991). */
export function toYear({ id, publishedAt }: Pick<CitedPaper, 'id' | 'publishedAt'>): string | undefined {
  const written = /^\d{4}(?=-)/.exec(publishedAt ?? '')?.[0];
  if (written !== undefined || !isArxivId(id)) return written;
  const short = Number(/(?:^|\/)(\d\d)/.exec(id)?.[1]);
  return String(short + (short > 90 ? 1900 : 2000));
}

/** Where the paper is read: its page at arXiv, else at its source. */
export function toCitedUrl({ id }: Pick<CitedPaper, 'id'>): string {
  return isArxivId(id) ? `https://arxiv.org/abs/${id}` : toPaperUrl({ id });
}
