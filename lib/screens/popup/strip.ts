import type { StripDay } from '@/components/days/DayStrip';
import type { Day } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { toDayLook } from '@/lib/core/sync/day-look';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { PaperEntry } from '@/lib/ui/use-feed';
import type { Matcher } from './matching';
import type { Telling } from './use-telling';

/** The strip's days, from the ledger and from the papers that match. `matches` is told only where there are topics. */
export function toStrip(
  days: readonly Day[],
  {
    ledger,
    entries,
    matcher,
    hasTopics,
    today,
    now,
    telling,
  }: {
    ledger: readonly LedgerRow[];
    entries: readonly PaperEntry[];
    matcher: Matcher | undefined;
    hasTopics: boolean;
    today: Day;
    now: number;
    telling: Telling | undefined;
  },
): StripDay[] {
  const rows = new Map(ledger.map((row) => [row.date, row]));
  const matches = new Map<Day, number>();
  for (const entry of matcher && hasTopics ? entries : []) {
    if (!matcher?.toTopics(entry).length) continue;
    const { dailyDate } = entry.paper;
    matches.set(dailyDate, (matches.get(dailyDate) ?? 0) + 1);
  }
  const counted = matcher !== undefined && hasTopics;
  return days.map((day) => {
    const row = rows.get(day);
    const found = matches.get(day) ?? 0;
    return {
      day,
      look: toDayLook(row, day, today),
      papers: row?.papers ?? 0,
      matches: found,
      words:
        telling?.toDaySentence(row, day, { today, now, matches: counted ? found : undefined }) ??
        formatDayHeading(day, today),
    };
  });
}
