import { closePopup, openOptionsPage, openTab } from '@/lib/browser/tabs';
import { isSafeUrl } from '@/lib/core/papers/links';
import type { Paper } from '@/lib/core/papers/paper';
import { setFlag } from './mark';

/** Far longer than a mark and a count take; short enough to wait for once. */
const LONGEST_MARK_MS = 1_000;

/**
 * Marks the paper read, counts the badge again, then opens the link. In this order: a tab in front closes the popup,
 * and what was awaited after it would never be done (law 16). Addresses that are not http(s) are not opened.
 */
export async function openPaperLink(paper: Paper, url: string, { background = false } = {}): Promise<void> {
  if (!isSafeUrl(url)) return;
  const marked = setFlag(paper, 'read', true);
  try {
    // A full disk or a database that does not answer may cost the mark, never the paper.
    await Promise.race([marked, new Promise((resolve) => setTimeout(resolve, LONGEST_MARK_MS))]);
  } finally {
    await openTab(url, { background });
    if (!background) closePopup();
  }
}

/** Opens the options in a tab. */
export async function openOptions(): Promise<void> {
  await openOptionsPage();
  closePopup();
}
