import { writeClipboard } from '@/lib/browser/clipboard';
import { toBibtex } from '@/lib/core/export/bibtex';
import { type CitedPaper, toCitation } from '@/lib/core/export/citation';
import { toPaperUrl } from '@/lib/core/papers/links';

export interface Copied {
  ok: boolean;
  /** What happened, in a sentence. */
  words: string;
  /** What was to be copied: shown to be copied by hand where the browser refused. */
  text: string;
}

/** Copies the address of the paper's page. */
export function copyLink(paper: Pick<CitedPaper, 'id'>): Promise<Copied> {
  return copy(toPaperUrl(paper), 'Link copied.');
}

/** Copies a citation: an entry for a .bib file, or one line for a mail. */
export function copyCitation(paper: CitedPaper, format: 'bibtex' | 'text'): Promise<Copied> {
  return format === 'bibtex'
    ? copy(toBibtex(paper), 'BibTeX entry copied.')
    : copy(toCitation(paper), 'Citation copied.');
}

async function copy(text: string, words: string): Promise<Copied> {
  const ok = await writeClipboard(text);
  return { ok, words: ok ? words : 'The browser did not let it be copied. Select the text and copy it by hand.', text };
}
