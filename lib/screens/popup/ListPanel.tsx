import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { Skeleton } from '@/components/feed/Skeleton';
import { type PaperGroup, PaperList } from '@/components/paper/PaperList';
import { useSeenOnScreen } from '@/lib/ui/use-seen-on-screen';
import { NEW } from './lists';
import type { PopupModel } from './use-popup';

/** Cards of the first frame: what fits the window. The others follow in the next; fifty at once would delay it by half. */
const FIRST_CARDS = 4;

/** The cards of the chosen list, or why there are none. */
export function ListPanel({
  popup,
  scroller,
}: {
  popup: PopupModel;
  scroller: { readonly current: HTMLElement | null };
}): JSX.Element {
  const { days, tab, groups, reason, settings } = popup;
  const onElement = useSeenOnScreen(scroller, settings.clearNewBy === 'visible', popup.markSeen);
  const [painted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const { toggle, openLink, setRead } = popup;
  const actions = useMemo(
    () => ({ onToggle: toggle, onOpenLink: openLink, onSetRead: setRead, onElement }),
    [toggle, openLink, setRead, onElement],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or list begins at its top
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [days.day, tab]);

  if (reason?.loading) return <Skeleton words={reason.title} />;
  return (
    <>
      {reason && groups.length === 0 && <EmptyNote reason={reason} onAct={popup.act} />}
      <PaperList
        groups={painted ? groups : toFirstCards(groups)}
        withHeadings={tab === NEW || groups.some(({ day }) => day !== days.day)}
        compact={settings.density === 'compact'}
        today={popup.today}
        actions={actions}
      />
    </>
  );
}

function toFirstCards(groups: readonly PaperGroup[]): PaperGroup[] {
  return groups.slice(0, 1).map(({ day, cards }) => ({ day, cards: cards.slice(0, FIRST_CARDS) }));
}
