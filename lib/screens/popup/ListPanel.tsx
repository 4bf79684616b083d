import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { Skeleton } from '@/components/feed/Skeleton';
import type { PaperCardProps } from '@/components/paper/PaperCard';
import { type PaperGroup, PaperList } from '@/components/paper/PaperList';
import { useSeenOnScreen } from '@/lib/ui/use-seen-on-screen';
import { NEW } from './lists';
import type { Place } from './place';
import { useRestoredTop } from './use-place';
import type { PopupModel } from './use-popup';

/** Cards of the first frame: what fits the window. The others follow in the next; fifty at once would delay it by half. */
const FIRST_CARDS = 4;

/** The cards of the chosen list, or why there are none. */
export function ListPanel({
  popup,
  scroller,
  top,
}: {
  popup: PopupModel;
  scroller: { readonly current: HTMLElement | null };
  /** The card at which the list was left. */
  top: Place['top'];
}): JSX.Element {
  const { days, reason, settings, extras, cardTools } = popup;
  const { tab, groups, dismissed, search } = popup.listed;
  const isSearching = search.text !== undefined;
  const onElement = useSeenOnScreen(scroller, settings.clearNewBy === 'visible', popup.markSeen);
  const [painted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const { toggle, openLink, searchEntry } = popup;
  const actions = useMemo(
    () => ({ onToggle: toggle, onOpenLink: openLink, onSearch: searchEntry, onElement }),
    [toggle, openLink, searchEntry, onElement],
  );
  const tools = useMemo(
    () =>
      extras &&
      (({ paper, read, starred, later, dismissed, open }: PaperCardProps) => (
        <extras.CardTools {...{ paper, read, starred, later, dismissed, open }} actions={cardTools} />
      )),
    [extras, cardTools],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or list begins at its top
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [days.day, tab, isSearching]);
  useRestoredTop(scroller, top, painted && groups.length > 0);

  const limit = painted ? popup.listed.limit : FIRST_CARDS;
  const hidden = groups.reduce((count, { cards, total = cards.length }) => count + total, 0) - limit;
  const loaded = groups.reduce((count, { cards }) => count + cards.length, 0);

  if (reason?.loading) return <Skeleton words={reason.title} />;
  return (
    <>
      {reason && groups.length === 0 && <EmptyNote reason={reason} onAct={popup.act} />}
      <PaperList
        groups={hidden > 0 ? toFirstCards(groups, limit) : groups}
        withHeadings={isSearching || tab === NEW || groups.some(({ day }) => day !== undefined && day !== days.day)}
        compact={settings.density === 'compact'}
        today={popup.today}
        actions={actions}
        tools={tools}
      />
      {painted && hidden > 0 && extras && (
        <extras.MoreCards
          hidden={hidden}
          // Asked again before the last ones have come, it would ask for all.
          isReady={loaded >= limit}
          scroller={scroller}
          onMore={popup.listed.showMore}
        />
      )}
      {painted && dismissed > 0 && (
        <p class="popup-dismissed">
          {dismissed} dismissed ·{' '}
          <Button look="plain" onClick={popup.toggleDismissed}>
            {popup.withDismissed ? 'Hide' : 'Show'}
          </Button>
        </p>
      )}
    </>
  );
}

/** The first `count` cards, under their headings. */
function toFirstCards(groups: readonly PaperGroup[], count: number): PaperGroup[] {
  let left = count;
  return groups.flatMap((group) => {
    const cards = group.cards.slice(0, left);
    left -= cards.length;
    return cards.length > 0 ? [{ ...group, cards, total: group.total ?? group.cards.length }] : [];
  });
}
