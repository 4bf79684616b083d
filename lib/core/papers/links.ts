import type { Paper } from './paper';
import { isArxivId } from './paper-id';

export interface PaperLink {
  label: 'Hugging Face' | 'arXiv' | 'PDF' | 'Code' | 'Project';
  url: string;
}

const MAX_URL_LENGTH = 2_000;
const UNSAFE_CHARACTERS = /[\s\p{Cc}\p{Cs}]/u;

/**
 * The address in `raw` in its standard form, or `undefined` when it is not one that may become a link: http and https
 * only, with a host, without a name or password (`https://huggingface.co@elsewhere` reads like the wrong site), without
 * control characters. White space is taken out first: the feed's addresses have spaces and line breaks (SOURCES trap 6).
 */
export function toHttpUrl(raw: string): string | undefined {
  const text = raw.replace(/\s+/g, '');
  if (text.length > MAX_URL_LENGTH || UNSAFE_CHARACTERS.test(text) || !/^https?:\/\//i.test(text)) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url.href : undefined;
}

/**
 * True when `url` may stand in an `href` as it is. Asked again at render: a row can be older than the check at writing,
 * or come from a backup (FAULTS 31).
 */
export function isSafeUrl(url: unknown): url is string {
  return typeof url === 'string' && !UNSAFE_CHARACTERS.test(url) && toHttpUrl(url) !== undefined;
}

const HALF_LETTERS = /\p{Cs}/gu;

/** The paper's page at its source: the one link every paper has. */
export function toPaperUrl({ id }: Pick<Paper, 'id'>): string {
  // Half a letter can't be encoded: a damaged row would stop the list it stands in.
  const name = id.replace(/^huggingface:/, '').replace(HALF_LETTERS, '\uFFFD');
  return `https://huggingface.co/papers/${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** Where a paper can be read, in the order the card shows it. Every `url` is safe. */
export function toPaperLinks(paper: Pick<Paper, 'id' | 'githubRepo' | 'projectPage'>): PaperLink[] {
  const code = toLink(paper.githubRepo)?.replace(/\.git\/?$/i, '');
  const project = toLink(paper.projectPage);
  const links: (PaperLink | false | undefined)[] = [
    { label: 'Hugging Face', url: toPaperUrl(paper) },
    ...toArxivLinks(paper.id),
    code !== undefined && { label: 'Code', url: code },
    project !== undefined && project !== code && project !== paper.githubRepo && { label: 'Project', url: project },
  ];
  return links.filter((link): link is PaperLink => Boolean(link));
}

function toLink(url: string | undefined): string | undefined {
  return isSafeUrl(url) ? url : undefined;
}

function toArxivLinks(id: string): PaperLink[] {
  if (!isArxivId(id)) return [];
  return [
    { label: 'arXiv', url: `https://arxiv.org/abs/${id}` },
    { label: 'PDF', url: `https://arxiv.org/pdf/${id}` },
  ];
}
