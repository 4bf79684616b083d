import './welcome.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { BadgeBar } from '@/components/welcome/BadgeBar';
import { FeedLine } from '@/components/welcome/FeedLine';
import { PinHint } from '@/components/welcome/PinHint';
import { WelcomeBlocks } from '@/components/welcome/WelcomeBlocks';
import { closeOwnTab } from '@/lib/browser/tabs';
import { readBrowserKind } from '@/lib/browser/toolbar';
import { toUtcDay } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { toFeedNote } from '@/lib/core/sync/feed-words';
import { SENT_WORDS } from '@/lib/core/sync/sent-words';
import { toNotSavedWords } from '@/lib/core/sync/storage-reasons';
import { toDetail } from '@/lib/ui/start';
import { useIsNewer } from '@/lib/ui/use-newer-data';
import { useNow } from '@/lib/ui/use-now';
import { useStoredFeed, useStoredSettings, useStoredTopics } from '@/lib/ui/use-options-state';
import { usePaperScanner } from '@/lib/ui/use-paper-scanner';
import { useTopicCounts } from '@/lib/ui/use-topic-counts';
import { askFeed, useToldFailure } from '../ask-feed';
import { attempt, useFailedAttempt } from '../options/attempt';
import { toCounting } from '../options/counting';
import { useFeedAccess } from '../options/use-access';
import { useBackground } from '../options/use-background';
import { useOneAlert } from '../options/use-one-alert';
import { CopyCheck } from '../recovery/CopyCheck';
import { RecoveryScreen } from '../recovery/RecoveryScreen';
import { showLooks } from '../style/show-looks';
import { ExamplePicks } from './ExamplePicks';
import { useFirstReading } from './use-first-reading';
import { usePinned } from './use-pinned';

/** What a new user sees: what this is, topics to pick while the first papers arrive, and what leaves the computer. */
export function WelcomeScreen(): JSX.Element {
  const now = useNow(30_000);
  const stored = useStoredSettings();
  const topics = useStoredTopics();
  const feed = useStoredFeed();
  const today = toUtcDay(now + (feed.value?.clock?.offsetMs ?? 0));
  const counting = useTopicCounts(topics.value, today);
  const background = useBackground();
  const access = useFeedAccess();
  const failed = useFailedAttempt();
  const isPinned = usePinned();
  const [asking, setAsking] = useState(false);

  const looks = stored.value?.settings;
  useLayoutEffect(() => {
    if (looks) showLooks(looks);
  }, [looks]);

  const isNewer = useIsNewer();
  const error = stored.error ?? topics.error ?? feed.error;
  // Where the database does not answer, the page says so itself.
  const canRead = error === undefined && feed.value !== undefined;
  const papers = usePaperScanner(today, canRead);
  const failure = canRead ? papers.failureOf('counts') : undefined;
  const alert = useOneAlert({ failure, retry: papers.retry }, counting);
  const { job, schedule } = feed.value ?? {};
  // Between the install and the first row of its sync there is nothing to tell yet.
  const told = useToldFailure();
  const isGivenUp = useFirstReading(background, schedule !== undefined || job !== undefined || told !== undefined);
  const isBeginning = schedule === undefined && background !== 'silent' && told === undefined && !isGivenUp;
  const note = toFeedNote(
    feed.value ?? {},
    { background, access: access.granted, isNewer, asking: asking || isBeginning, reading: job?.reading, failed: told },
    now,
  );
  const retry = () => {
    setAsking(true);
    attempt(askFeed('hand').finally(() => setAsking(false)));
  };
  const leave = async () => {
    if (!(await closeOwnTab())) location.assign('/options.html#topics');
  };
  const enabled = topics.value?.filter((topic) => topic.enabled).length ?? 0;

  return (
    <div class="welcome">
      <header class="welcome-masthead">
        <p>Daily Papers</p>
        <p>{formatDayHeading(today, today)}</p>
      </header>
      <main>
        <h1>The day’s research papers, in your toolbar</h1>
        <p class="welcome-lead">
          Pick what you follow, or skip this page: everything here can be changed in the options at any time.
        </p>
        <WelcomeBlocks />
        <CopyCheck />
        {error !== undefined && <RecoveryScreen detail={toDetail(error)} />}
        {failed !== undefined && (
          <p role="alert" class="welcome-failed">
            {toNotSavedWords(toDetail(failed))}
          </p>
        )}
        <section class="welcome-part">
          <h2>Pick what you follow</h2>
          <p>The numbers tell what each would have caught among the papers of the last 30 days.</p>
          {error === undefined && feed.value && (
            <FeedLine
              note={note}
              progress={job && { done: job.daysDone, planned: job.daysPlanned }}
              refused={access.refused}
              onGrant={access.request}
              onRetry={(schedule?.failure ?? told ?? isGivenUp) && note.tone !== 'busy' ? retry : undefined}
            />
          )}
          <ExamplePicks topics={topics.value} papers={{ ...papers, retry: alert.retry }} failure={failure} />
          <p>
            None of these? You can also{' '}
            <a href="/options.html#topics/new" target="_blank" rel="noreferrer">
              write a topic of your own
            </a>
            .
          </p>
        </section>
        <section class="welcome-part">
          <h2>What leaves this computer</h2>
          <p>
            {SENT_WORDS} Your topics, what you read and your settings never leave this computer. There is no account and
            there are no statistics.{' '}
            <a href="/options.html#privacy" target="_blank" rel="noreferrer">
              All about privacy
            </a>
          </p>
        </section>
        <section class="welcome-part">
          <h2>Keep the icon in sight</h2>
          <PinHint browser={readBrowserKind()} isPinned={isPinned} />
        </section>
      </main>
      <BadgeBar
        count={counting.counts?.total}
        counting={{
          ...toCounting(error === undefined ? counting.failure : undefined, counting.retry),
          isTold: alert.isTold,
        }}
        topics={enabled}
        isHidden={looks?.showBadge === false}
        onLeave={() => attempt(leave())}
      />
    </div>
  );
}
