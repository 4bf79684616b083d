import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Calendar } from '@/components/days/Calendar';
import type { Day } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { toFirstDay, toLastDay, toMonth } from '@/lib/core/days/month';
import { toDayLook } from '@/lib/core/sync/day-look';
import { FIRST_DAY } from '@/lib/core/sync/picked-day';
import { useMonthLedger } from '@/lib/ui/use-feed';
import type { PopupModel } from './use-popup';

/** The calendar over the popup: any day of the feed can be chosen; one that is not stored is read then. */
export function CalendarDialog({ popup }: { popup: PopupModel }): JSX.Element {
  const { today, days, telling } = popup;
  const [month, setMonth] = useState(toMonth(days.day));
  const rows = useMonthLedger(toFirstDay(month), toLastDay(month)).value;
  const known = new Map(rows?.map((row) => [row.date, row]));
  const now = Date.now();
  const toDay = (day: Day) => {
    const row = known.get(day);
    return {
      look: toDayLook(row, day, today),
      papers: row?.papers ?? 0,
      // Before the month is read, no word about its days is true.
      words: (rows && telling?.toDaySentence(row, day, { today, now })) ?? formatDayHeading(day, today),
    };
  };
  return (
    <Calendar
      month={month}
      chosen={days.day}
      today={today}
      first={FIRST_DAY}
      toDay={toDay}
      onMonth={setMonth}
      onChoose={(day) => {
        popup.setCalendar(false);
        popup.fetchDay(day, known.get(day));
      }}
      onClose={() => popup.setCalendar(false)}
    />
  );
}
