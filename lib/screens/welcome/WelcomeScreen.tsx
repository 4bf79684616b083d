import './welcome.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { NewerNote } from '@/components/feed/NewerNote';
import { Counted } from '@/components/topics/Counted';
import { BadgeBar } from '@/components/welcome/BadgeBar';
import { FeedLine } from '@/components/welcome/FeedLine';
import { PinHint } from '@/components/welcome/PinHint';
import { TopicPicks } from '@/components/welcome/TopicPicks';
import { WelcomeBlocks } from '@/components/welcome/WelcomeBlocks';
import { askSync } from '@/lib/app/ask-sync';
import { closeOwnTab } from '@/lib/browser/tabs';
import { readBrowserKind } from '@/lib/browser/toolbar';
import { toUtcDay } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { toStorageReason } from '@/lib/core/sync/empty-reasons';
import { toFeedNote } from '@/lib/core/sync/feed-words';
import { SENT_WORDS } from '@/lib/core/sync/sent-words';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import { toDetail } from '@/lib/ui/start';
import { useIsNewer } from '@/lib/ui/use-newer-data';
import { useNow } from '@/lib/ui/use-now';
import { useStoredFeed, useStoredSettings, useStoredTopics } from '@/lib/ui/use-options-state';
import { usePaperScanner } from '@/lib/ui/use-paper-scanner';
import { useQueryCounts } from '@/lib/ui/use-query-counts';
import { useTopicCounts } from '@/lib/ui/use-topic-counts';
import { attempt, useFailedAttempt } from '../options/attempt';
import { toCounting } from '../options/counting';
import { useFeedAccess } from '../options/use-access';
import { useBackground } from '../options/use-background';
import { showLooks } from '../style/show-looks';
import { useFirstReading } from './use-first-reading';
import { usePicks } from './use-picks';
import { usePinned } from './use-pinned';

/** Every paper: what the hits of the examples are counted among, in the same run. */
const ALL_PAPERS = 'upvotes:>=0';
const QUERIES = [ALL_PAPERS, ...EXAMPLE_TOPICS.map(({ query }) => query)];

/** What a new user sees: what this is, topics to pick while the first papers arrive, and what leaves the computer. */
export function WelcomeScreen(): JSX.Element {
  const now = useNow(30_000);
  const stored = useStoredSettings();
  const topics = useStoredTopics();
  const feed = useStoredFeed();
  const today = toUtcDay(now + (feed.value?.clock?.offsetMs ?? 0));
  const papers = usePaperScanner(today, feed.value !== undefined);
  const hits = useQueryCounts(QUERIES, papers.scanner);
  const counting = useTopicCounts(topics.value, today);
  const picks = usePicks(topics.value ?? []);
  const background = useBackground();
  useFirstReading(background);
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
  const { job, schedule } = feed.value ?? {};
  // Between the install and the first row of its sync there is nothing to tell yet.
  const isBeginning = schedule === undefined && background !== 'silent';
  const note = toFeedNote(
    feed.value ?? {},
    { background, access: access.granted, asking: asking || isBeginning, reading: job?.reading },
    now,
  );
  const retry = () => {
    setAsking(true);
    attempt(askSync('hand').finally(() => setAsking(false)));
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
        {isNewer && <NewerNote />}
        {error !== undefined && (
          <div role="alert">
            <EmptyNote reason={toStorageReason(toDetail(error))} onAct={() => location.reload()} />
          </div>
        )}
        {failed !== undefined && (
          <p role="alert" class="welcome-failed">
            That could not be saved ({toDetail(failed)}). Nothing was changed.
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
              onRetry={schedule?.failure && note.tone !== 'busy' ? retry : undefined}
            />
          )}
          <Counted
            label="Topics to pick"
            {...toCounting(error === undefined ? papers.failureOf('counts') : undefined, papers.retry)}
          >
            {topics.value && (
              <TopicPicks
                picks={EXAMPLE_TOPICS.map((example) => ({
                  ...example,
                  hits: hits.get(example.query),
                  isPicked: picks.isPicked(example.query),
                  colour: topics.value?.find((topic) => topic.query === example.query)?.colour,
                }))}
                total={hits.get(ALL_PAPERS) ?? 0}
                onPick={picks.pick}
              />
            )}
          </Counted>
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
        counting={toCounting(error === undefined ? counting.failure : undefined, counting.retry)}
        topics={enabled}
        isHidden={looks?.showBadge === false}
        onLeave={() => attempt(leave())}
      />
    </div>
  );
}
