import './open-card.css';
import type { JSX } from 'preact';
import { isSafeUrl, type PaperLink, toPaperLinks } from '@/lib/core/papers/links';
import type { Paper } from '@/lib/core/papers/paper';
import { formatCount } from '@/lib/core/papers/words';
import { Star } from '../controls/icons';

/** `background`: ctrl, command or the middle button asked for a tab behind this one. */
export type OpenLink = (url: string, where: { background: boolean }) => void;

/**
 * Where the paper can be read. True links, so that the browser's own menu can copy them; the click is taken over,
 * because the paper must be marked read before a new tab closes the popup (law 16).
 */
export function PaperLinks({
  paper,
  kept,
  onOpen,
}: {
  paper: Paper;
  /** The link that was stored with the user's mark, for a paper the feed has lost. */
  kept?: string | undefined;
  onOpen: OpenLink;
}): JSX.Element {
  const links: { label: PaperLink['label'] | 'Kept link'; url: string }[] = toPaperLinks(paper);
  if (kept !== undefined && links.every(({ url }) => url !== kept)) links.unshift({ label: 'Kept link', url: kept });
  return (
    <ul class="card-links">
      {links
        // Checked at the door and here again: a stored address may be older than the check (law 12).
        .filter(({ url }) => isSafeUrl(url))
        .map(({ label, url }) => (
          <li key={label}>
            <a href={url} target="_blank" rel="noopener noreferrer" {...toHandlers(url, onOpen)}>
              {label}
              {label === 'Code' && paper.githubStars !== undefined && (
                <>
                  <Star />
                  <span class="said">stars: </span>
                  {formatCount(paper.githubStars)}
                </>
              )}
            </a>
          </li>
        ))}
    </ul>
  );
}

function toHandlers(url: string, onOpen: OpenLink) {
  return {
    onClick(event: MouseEvent) {
      event.preventDefault();
      onOpen(url, { background: event.ctrlKey || event.metaKey });
    },
    // The middle button never fires `click`.
    onAuxClick(event: MouseEvent) {
      if (event.button !== 1) return;
      event.preventDefault();
      onOpen(url, { background: true });
    },
  };
}
