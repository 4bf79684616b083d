import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { DayHeader } from '@/components/days/DayHeader';
import { DayStrip } from '@/components/days/DayStrip';
import { FeedFooter } from '@/components/feed/FeedFooter';
import { Tabs } from '@/components/tabs/Tabs';
import { formatDayHeading } from '@/lib/core/days/format';
import type { Start } from '@/lib/ui/start';
import { showLooks } from '../style/show-looks';
import { ListPanel } from './ListPanel';
import { usePopup } from './use-popup';

const PANEL = 'papers';

/** The popup: one day of papers, the days around it, the lists, the state of the feed. */
export function Popup({ start }: { start: Start }): JSX.Element {
  // Not kept as state: a second render before the first paint would run every effect, reads and all, ahead of it.
  const scroller = useRef<HTMLDivElement>(null);
  const popup = usePopup(start, scroller);
  const { days, today, summary, settings, arrival } = popup;
  useEffect(() => showLooks(settings), [settings]);
  const { earlier, later } = days;

  return (
    <div class="popup">
      <header>
        <DayHeader
          heading={formatDayHeading(days.day, today)}
          count={summary.count}
          why={summary.why}
          onEarlier={earlier === undefined ? undefined : () => popup.chooseDay(earlier)}
          onLater={later === undefined ? undefined : () => popup.chooseDay(later)}
        />
        <DayStrip days={popup.strip} chosen={days.day} onChoose={popup.chooseDay} />
        <Tabs tabs={popup.tabs} chosen={popup.tab} onChoose={popup.chooseTab} panel={PANEL} />
      </header>
      <main class="popup-main">
        <div class="popup-arrival" role="status">
          {arrival && (
            <Button look="solid" onClick={() => popup.chooseDay(arrival.day)}>
              {arrival.words}
            </Button>
          )}
        </div>
        <div
          ref={scroller}
          id={PANEL}
          class="popup-list"
          role="tabpanel"
          aria-labelledby={`tab-${popup.tab}`}
          onScroll={popup.stay}
        >
          {popup.canMarkAll && (
            <div class="popup-tool">
              <Button onClick={popup.markAllSeen}>Mark all as seen</Button>
            </div>
          )}
          <ListPanel popup={popup} scroller={scroller} />
        </div>
      </main>
      <FeedFooter note={popup.note} onRefresh={popup.refresh} onOptions={popup.openOptions} onGrant={popup.grant} />
    </div>
  );
}
