import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FeedStatus } from '@/components/options/FeedStatus';
import { LedgerTable } from '@/components/options/LedgerTable';
import { ProblemNotes, toProblemsOf } from '@/components/options/ProblemNotes';
import { Part, Section } from '@/components/options/Section';
import { SelectRow } from '@/components/options/SelectRow';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { saveSetting } from '@/lib/app/save-setting';
import { addDays, type Day } from '@/lib/core/days/day';
import { formatAgo, formatUntil } from '@/lib/core/days/format';
import type { SettingProblem, Settings, SyncEveryMin } from '@/lib/core/settings/settings';
import { type FeedFacts, type FeedNote, toFeedNote } from '@/lib/core/sync/feed-words';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { toLedgerLine } from '@/lib/core/sync/ledger-words';
import { useLedger } from '@/lib/ui/use-options-state';
import { attempt } from './attempt';
import { toReplyWords } from './reply-words';
import { storeDefault } from './store-default';
import { useFeedAccess } from './use-feed-access';

/** Two months are enough to see a habit; older days are settled. */
const LEDGER_DAYS = 60;
/** Today and the 14 days that are read at install. */
const SHOWN_AT_LEAST = 15;

const INTERVALS: readonly { value: SyncEveryMin; words: string }[] = [
  { value: 15, words: 'Every 15 minutes' },
  { value: 30, words: 'Every 30 minutes' },
  { value: 60, words: 'Every hour' },
  { value: 120, words: 'Every 2 hours' },
  { value: 240, words: 'Every 4 hours' },
  { value: 720, words: 'Every 12 hours' },
  { value: 1440, words: 'Every 24 hours' },
  { value: 0, words: 'Only by hand' },
];

export interface ScheduleSectionProps {
  settings: Settings;
  problems: readonly SettingProblem[];
  feed: FeedFacts;
  today: Day;
  now: number;
}

/** Where the papers come from, how often, and what is known of each day. */
export function ScheduleSection({ settings, problems, feed, today, now }: ScheduleSectionProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<string>();
  const access = useFeedAccess();
  const ledger = useLedger(today, LEDGER_DAYS).value ?? [];
  const rows = new Map(ledger.map((row) => [row.date, row]));
  const days = toLedgerDays(today, ledger);
  const note = toFeedNote(feed, { asking, access: access.granted }, now);

  const readNow = async () => {
    setAsking(true);
    setAnswer(undefined);
    try {
      const { askSync } = await import('@/lib/app/ask-sync');
      const reply = await askSync('hand');
      setAnswer(toReplyWords(reply, Date.now()));
    } finally {
      setAsking(false);
    }
  };

  return (
    <Section title="Sources and schedule" lead="Where the papers come from, how often, and what is known of each day.">
      <ProblemNotes problems={toProblemsOf(problems, ['syncEveryMin'])} onReplace={storeDefault} />
      <Part title="Hugging Face Daily Papers">
        <FeedStatus
          sentence={toSentence(note, feed)}
          isWrong={note.tone === 'wrong'}
          advice={note.advice}
          onGrant={note.action === 'grant' ? access.request : undefined}
          facts={toFacts(feed, today, now)}
          busy={asking || feed.job !== undefined}
          answer={answer}
          onReadNow={() => attempt(readNow())}
        />
        <SelectRow
          label={SETTING_NAMES.syncEveryMin}
          explains="Up to 15 % of it is added at random, so that not everybody asks at once. By hand means only by the buttons."
          choices={INTERVALS}
          value={settings.syncEveryMin}
          onChange={(value) => attempt(saveSetting('syncEveryMin', value))}
        />
      </Part>
      <Part
        title={`The last ${days.length} days`}
        explains="Days are UTC days. The newest are read again for two weeks, because papers are still added to them."
      >
        <LedgerTable lines={days.map((day) => toLedgerLine(day, rows.get(day), today, now))} />
      </Part>
    </Section>
  );
}

/** The times stand below, so a calm note need not tell them. */
function toSentence(note: FeedNote, { schedule }: FeedFacts): string {
  return note.tone === 'calm' && schedule?.lastSuccessAt !== undefined
    ? 'Everything that was due has been read.'
    : note.text;
}

/** Back to the oldest day that is known, but at least the two weeks that are read at install. */
function toLedgerDays(today: Day, rows: readonly LedgerRow[]): Day[] {
  const days = Array.from({ length: LEDGER_DAYS }, (_, i) => addDays(today, -i));
  const oldest = rows[0]?.date ?? today;
  return days.filter((day, i) => i < SHOWN_AT_LEAST || day >= oldest);
}

function toFacts({ schedule, politeness }: FeedFacts, today: Day, now: number): { name: string; words: string }[] {
  const lastSuccess = schedule?.lastSuccessAt;
  return [
    { name: 'Last read', words: lastSuccess === undefined ? 'never' : formatAgo(lastSuccess, now) },
    { name: 'Next reading', words: toNextDue(schedule?.nextDueAt, now) },
    { name: 'Requests today', words: String(politeness?.day === today ? politeness.requestsToday : 0) },
  ];
}

function toNextDue(nextDueAt: number | null | undefined, now: number): string {
  if (nextDueAt === null) return 'only by hand';
  if (nextDueAt === undefined || nextDueAt <= now) return 'due now';
  return formatUntil(nextDueAt, now);
}
