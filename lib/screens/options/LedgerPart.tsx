import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { LedgerTable } from '@/components/options/LedgerTable';
import { Part } from '@/components/options/Section';
import { addDays, type Day } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { toOldestDay } from '@/lib/core/sync/due-days';
import type { FeedFacts } from '@/lib/core/sync/feed-words';
import { toLedgerLine } from '@/lib/core/sync/ledger-words';
import { useLedger } from '@/lib/ui/use-options-state';
import { askFeed } from '../ask-feed';
import { attempt } from './attempt';
import { toDayReplyWords } from './reply-words';

/** Two months are enough to see a habit; older days are settled. */
const LEDGER_DAYS = 60;
/** Today and the 14 days that are read at install. */
const SHOWN_AT_FIRST = 15;

/** What is known of each of the last days, and the button that reads one of them. */
export function LedgerPart({ feed, today, now }: { feed: FeedFacts; today: Day; now: number }): JSX.Element {
  const [showsAll, setShowsAll] = useState(false);
  const [answer, setAnswer] = useState<{ day: Day; words: string }>();
  const ledger = useLedger(today, LEDGER_DAYS).value ?? [];
  const rows = new Map(ledger.map((row) => [row.date, row]));
  const days = Array.from({ length: showsAll ? LEDGER_DAYS : SHOWN_AT_FIRST }, (_, i) => addDays(today, -i));
  const context = { today, now, oldest: toOldestDay(ledger, today), job: feed.job, wanted: feed.wanted };

  const read = async (day: Day) => {
    setAnswer(undefined);
    setAnswer({ day, words: toDayReplyWords(await askFeed('hand', { day }), Date.now()) });
  };

  return (
    <Part
      title={`The last ${days.length} days`}
      explains="Days are UTC days. Each is read again for two weeks, as papers are still added; then it is settled and left alone."
    >
      <LedgerTable
        lines={days.map((day) => toLedgerLine(day, rows.get(day), context))}
        answer={answer}
        onRead={(day) => attempt(read(day))}
      />
      <p class="said" role="status">
        {answer && `${formatDayHeading(answer.day, today)}: ${answer.words}`}
      </p>
      <Button onClick={() => setShowsAll(!showsAll)}>
        {showsAll ? `Show the last ${SHOWN_AT_FIRST} days` : `Show the last ${LEDGER_DAYS} days`}
      </Button>
    </Part>
  );
}
