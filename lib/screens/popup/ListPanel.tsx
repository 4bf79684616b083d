import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { Skeleton } from '@/components/feed/Skeleton';
import { PaperList } from '@/components/paper/PaperList';
import { useSeenOnScreen } from '@/lib/ui/use-seen-on-screen';
import { NEW } from './lists';
import type { PopupModel } from './use-popup';

/** The cards of the chosen list, or why there are none. */
export function ListPanel({ popup, scroller }: { popup: PopupModel; scroller: HTMLElement | null }): JSX.Element {
  const { days, tab, groups, reason, settings } = popup;
  const onElement = useSeenOnScreen(scroller, settings.clearNewBy === 'visible', popup.markSeen);
  const { toggle, openLink, setRead } = popup;
  const actions = useMemo(
    () => ({ onToggle: toggle, onOpenLink: openLink, onSetRead: setRead, onElement }),
    [toggle, openLink, setRead, onElement],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or list begins at its top
  useEffect(() => {
    if (scroller) scroller.scrollTop = 0;
  }, [scroller, days.day, tab]);

  if (reason?.loading) return <Skeleton words={reason.title} />;
  return (
    <>
      {reason && groups.length === 0 && <EmptyNote reason={reason} onAct={popup.act} />}
      <PaperList
        groups={groups}
        withHeadings={tab === NEW || groups.some(({ day }) => day !== days.day)}
        compact={settings.density === 'compact'}
        today={popup.today}
        actions={actions}
      />
    </>
  );
}
