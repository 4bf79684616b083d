import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { LetterKeys } from '@/components/controls/letter-keys';
import { DayHeader } from '@/components/days/DayHeader';
import { DayStrip } from '@/components/days/DayStrip';
import { FeedFooter } from '@/components/feed/FeedFooter';
import { Tabs } from '@/components/tabs/Tabs';
import { formatDayHeading } from '@/lib/core/days/format';
import type { Start } from '@/lib/ui/start';
import { showLooks } from '../style/show-looks';
import { focusCard } from './cards';
import { ListPanel } from './ListPanel';
import type { Place } from './place';
import { usePopup } from './use-popup';

const PANEL = 'papers';
/** Tabs of the first frame: as many as there is room for. With fifty topics, the others would hold up the first card. */
const FIRST_TABS = 8;

/** The popup: one day of papers, the days around it, the lists, the state of the feed. */
export function Popup({ start, place }: { start: Start; place: Place | undefined }): JSX.Element {
  // Not kept as state: a second render before the first paint would run every effect, reads and all, ahead of it.
  const scroller = useRef<HTMLDivElement>(null);
  const popup = usePopup(start, scroller, place);
  const { days, today, summary, settings, arrival, listed, extras, note } = popup;
  useEffect(() => showLooks(settings), [settings]);
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const { earlier, later } = days;
  const { badge, told } = listed;
  const isSearching = listed.search.text !== undefined;
  const panel = isSearching
    ? ({ role: 'region', 'aria-label': 'Papers found' } as const)
    : ({ role: 'tabpanel', 'aria-labelledby': `tab-${listed.tab}` } as const);

  return (
    <LetterKeys.Provider value={settings.letterKeys}>
      <div class="popup">
        <header>
          {isSearching && extras ? (
            <extras.SearchHead
              text={listed.search.text ?? ''}
              words={listed.search.words}
              error={listed.search.error}
              isFollowed={popup.isFollowed}
              onFollow={listed.search.found && !listed.search.error ? popup.follow : undefined}
              onText={popup.setSearch}
              onGoToList={() => focusCard(undefined, 0)}
              onClose={() => popup.setSearch(undefined)}
            />
          ) : (
            <>
              <DayHeader
                heading={formatDayHeading(days.day, today)}
                count={summary.count}
                why={summary.why}
                onEarlier={earlier === undefined ? undefined : () => popup.chooseDay(earlier)}
                onLater={later === undefined ? undefined : () => popup.chooseDay(later)}
                onCalendar={() => popup.setCalendar(true)}
                onSearch={() => popup.setSearch('')}
              />
              <DayStrip days={popup.strip} chosen={days.day} onChoose={popup.chooseDay} />
              <div class="popup-lists">
                <Tabs
                  tabs={listed.tabs}
                  chosen={listed.tab}
                  onChoose={popup.chooseTab}
                  panel={PANEL}
                  most={isPainted ? undefined : FIRST_TABS}
                />
                {extras && <extras.ListMenu popup={popup} />}
              </div>
            </>
          )}
        </header>
        <main class="popup-main">
          <div class="popup-arrival" role="status">
            {arrival && (
              <Button look="solid" onClick={() => popup.chooseDay(arrival.day)}>
                {arrival.words}
              </Button>
            )}
          </div>
          <div ref={scroller} id={PANEL} class="popup-list" {...panel} onScroll={popup.stay}>
            {extras && <extras.CopyCheck isBrief />}
            {extras && <extras.RoomMade room={popup.room} now={popup.now} />}
            {popup.canMarkAll && (
              <div class="popup-tool">
                <Button onClick={popup.markAllSeen}>Mark all as seen</Button>
              </div>
            )}
            {extras && !isSearching && <extras.NewBar badge={badge} told={told} />}
            <ListPanel popup={popup} scroller={scroller} top={place?.top} />
          </div>
          <div class="popup-done" role="status">
            {note && extras && <extras.DoneBar {...note} onClose={popup.closeNote} />}
          </div>
        </main>
        <FeedFooter note={popup.feed} onRefresh={popup.refresh} onOptions={popup.openOptions} onGrant={popup.grant} />
        {extras && <extras.Keyboard popup={popup} />}
        {extras && popup.isCalendarOpen && <extras.CalendarDialog popup={popup} />}
      </div>
    </LetterKeys.Provider>
  );
}
