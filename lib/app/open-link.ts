import { openOptionsPage, openTab } from '@/lib/browser/tabs';
import { isSafeUrl } from '@/lib/core/papers/links';
import type { Paper } from '@/lib/core/papers/paper';
import { setFlag } from './mark';

/**
 * Marks the paper read, counts the badge again, then opens the link. In this order: a tab in front closes the popup,
 * and what was awaited after it would never be done (law 16). Addresses that are not http(s) are not opened.
 */
export async function openPaperLink(paper: Paper, url: string, { background = false } = {}): Promise<void> {
  if (!isSafeUrl(url)) return;
  try {
    await setFlag(paper, 'read', true);
  } finally {
    // A full disk may cost the mark, never the paper.
    await openTab(url, { background });
  }
}

/** Opens the options in a tab. */
export async function openOptions(): Promise<void> {
  await openOptionsPage();
}
