import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { Skeleton } from '@/components/feed/Skeleton';
import type { PaperCardProps } from '@/components/paper/PaperCard';
import { type PaperGroup, PaperList } from '@/components/paper/PaperList';
import { useSeenOnScreen } from '@/lib/ui/use-seen-on-screen';
import { NEW } from './lists';
import type { Place } from './place';
import { useDrawn } from './use-drawn';
import { useRestoredTop } from './use-place';
import type { PopupModel } from './use-popup';

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
  const { toggle, openLink, searchEntry } = popup;
  const actions = useMemo(
    () => ({ onToggle: toggle, onOpenLink: openLink, onSearch: searchEntry, onElement }),
    [toggle, openLink, searchEntry, onElement],
  );
  const tools = useMemo(
    () =>
      extras &&
      (({ paper, read, starred, later, dismissed, open, topics }: PaperCardProps) => (
        <extras.CardTools {...{ paper, read, starred, later, dismissed, open, topics }} actions={cardTools} />
      )),
    [extras, cardTools],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or list begins at its top
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [days.day, tab, isSearching]);
  const loaded = groups.reduce((count, { cards }) => count + cards.length, 0);
  const hidden = groups.reduce((count, { cards, total = cards.length }) => count + total, 0) - popup.listed.limit;
  const most = Math.min(loaded, popup.listed.limit);
  const { limit, isPainted } = useDrawn(
    `${tab} ${days.day} ${isSearching ? search.text : ''}`,
    most,
    top && groups.flatMap(({ cards }) => cards).findIndex(({ paper }) => paper.id === top.id) + 1,
  );
  useRestoredTop(scroller, top, isPainted && groups.length > 0);

  if (reason?.loading) return <Skeleton words={reason.title} />;
  return (
    <>
      {reason && groups.length === 0 && <EmptyNote reason={reason} onAct={popup.act} />}
      <PaperList
        groups={loaded > Math.min(limit, most) ? toFirstCards(groups, Math.min(limit, most)) : groups}
        withHeadings={isSearching || tab === NEW || groups.some(({ day }) => day !== undefined && day !== days.day)}
        compact={settings.density === 'compact'}
        today={popup.today}
        actions={actions}
        tools={tools}
      />
      {hidden > 0 && extras && limit >= most && (
        <extras.MoreCards
          hidden={hidden}
          // Asked again before the last ones have come, it would ask for all.
          isReady={loaded >= popup.listed.limit}
          scroller={scroller}
          onMore={popup.listed.showMore}
        />
      )}
      {isPainted && dismissed > 0 && (
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
