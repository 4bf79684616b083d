import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FeedStatus } from '@/components/options/FeedStatus';
import { ProblemNotes, toProblemsOf } from '@/components/options/ProblemNotes';
import { Part, Section } from '@/components/options/Section';
import { SelectRow } from '@/components/options/SelectRow';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { saveSetting } from '@/lib/app/save-setting';
import type { Day } from '@/lib/core/days/day';
import { formatAgo, formatUntil } from '@/lib/core/days/format';
import type { SettingProblem, Settings } from '@/lib/core/settings/settings';
import { type FeedFacts, type FeedNote, toFeedNote } from '@/lib/core/sync/feed-words';
import { useIsNewer } from '@/lib/ui/use-newer-data';
import { askFeed, useToldFailure } from '../ask-feed';
import { attempt } from './attempt';
import { INTERVALS, toIntervalWords } from './intervals';
import { LedgerPart } from './LedgerPart';
import { toReplyWords } from './reply-words';
import { storeDefault } from './store-default';
import { useFeedAccess } from './use-access';
import { useBackground } from './use-background';

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
  const failed = useToldFailure();
  const access = useFeedAccess();
  const background = useBackground();
  const isNewer = useIsNewer();
  const note = toFeedNote(feed, { asking, access: access.granted, background, isNewer, failed }, now);

  const readNow = async () => {
    setAsking(true);
    setAnswer(undefined);
    try {
      setAnswer(toReplyWords(await askFeed('hand'), Date.now()));
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
          // Said above everything else already.
          advice={isNewer ? undefined : note.advice}
          onGrant={note.action === 'grant' ? access.request : undefined}
          facts={toFacts(feed, today, now, isNewer)}
          busy={asking || feed.job !== undefined}
          answer={answer}
          onReadNow={() => attempt(readNow())}
        />
        <SelectRow
          label={SETTING_NAMES.syncEveryMin}
          explains={toIntervalWords(settings.syncEveryMin)}
          choices={INTERVALS}
          value={settings.syncEveryMin}
          onChange={(value) => attempt(saveSetting('syncEveryMin', value))}
        />
      </Part>
      <LedgerPart feed={feed} today={today} now={now} />
    </Section>
  );
}

/** The times stand below, so a calm note need not tell them. */
function toSentence(note: FeedNote, { schedule }: FeedFacts): string {
  return note.tone === 'calm' && schedule?.lastSuccessAt !== undefined
    ? 'Everything that was due has been read.'
    : note.text;
}

function toFacts(
  { schedule, politeness }: FeedFacts,
  today: Day,
  now: number,
  isNewer: boolean,
): { name: string; words: string }[] {
  const lastSuccess = schedule?.lastSuccessAt;
  return [
    { name: 'Last read', words: lastSuccess === undefined ? 'never' : formatAgo(lastSuccess, now) },
    { name: 'Next reading', words: isNewer ? 'after an update' : toNextDue(schedule?.nextDueAt, now) },
    { name: 'Requests today', words: String(politeness?.day === today ? politeness.requestsToday : 0) },
  ];
}

function toNextDue(nextDueAt: number | null | undefined, now: number): string {
  if (nextDueAt === null) return 'only by hand';
  if (nextDueAt === undefined || nextDueAt <= now) return 'due now';
  return formatUntil(nextDueAt, now);
}
