import type { PaperId, SourceId } from './paper';

/** `YYMM.NNNN` until 1412, `YYMM.NNNNN` since 1501 (arXiv help/arxiv_identifier). */
const NEW_STYLE = /^(?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})$/;
/** `archive/YYMMNNN` and `archive.SC/YYMMNNN`, until 2007. */
const OLD_STYLE = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{7}$/;
/** What a paper without an arXiv id is called at its source. */
const LOCAL_ID = /^[A-Za-z][\w.-]{0,99}$/;

/** True for a bare arXiv id of either style, without a version. */
export function isArxivId(id: string): boolean {
  return NEW_STYLE.test(id) || OLD_STYLE.test(id);
}

/** True for the key of a stored paper: what `toPaperId` gives. */
export function isPaperId(id: string): boolean {
  return isArxivId(id) || (id.startsWith('huggingface:') && LOCAL_ID.test(id.slice('huggingface:'.length)));
}

/**
 * The key of a paper from the id its source gives: the bare arXiv id (a version is cut off), or `source:id`.
 * `undefined` for anything else, above all for digits that are no arXiv id: `2503.0213` is 2503.02130 after a float
 * parser, or another paper's id after a guess, and either would be a second row for a paper that is already stored.
 */
export function toPaperId(raw: string, source: SourceId): PaperId | undefined {
  const text = raw.trim();
  const bare = text.replace(/v\d+$/, '');
  if (isArxivId(bare)) return bare;
  return LOCAL_ID.test(text) ? `${source}:${text}` : undefined;
}
