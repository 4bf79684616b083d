import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { NewerNote } from '@/components/feed/NewerNote';
import { DeletedNote } from '@/components/options/DeletedNote';
import { OptionsFrame } from '@/components/options/OptionsFrame';
import { createTopic, updateTopicFrom } from '@/lib/app/save-topic';
import { toUtcDay } from '@/lib/core/days/day';
import type { Topic } from '@/lib/core/topics/topic';
import { toDetail } from '@/lib/ui/start';
import { replaceHash, useHash } from '@/lib/ui/use-hash';
import { useIsNewer } from '@/lib/ui/use-newer-data';
import { useNow } from '@/lib/ui/use-now';
import { useStoredFeed, useStoredSettings, useStoredTopics } from '@/lib/ui/use-options-state';
import { usePaperScanner } from '@/lib/ui/use-paper-scanner';
import { useTopicDrafts } from '@/lib/ui/use-topic-drafts';
import { CopyCheck } from '../recovery/CopyCheck';
import { RecoveryScreen } from '../recovery/RecoveryScreen';
import { showLooks } from '../style/show-looks';
import { useUpkeepAtOpening } from '../use-upkeep-at-opening';
import { AboutSection } from './AboutSection';
import { AppearanceSection } from './AppearanceSection';
import { toFailedWords, useFailedAttempt } from './attempt';
import { BadgeSection } from './BadgeSection';
import { DataSection } from './DataSection';
import { PrivacySection } from './PrivacySection';
import { ScheduleSection } from './ScheduleSection';
import { SECTIONS, type SectionId, toPlace } from './sections';
import { TopicsSection } from './TopicsSection';
import { UndoLine } from './UndoLine';
import { useDeletions } from './use-deletions';
import { useSyncAtOpening } from './use-sync-at-opening';

/** The sections that change settings: each can be taken back, from any of them. */
const SETTING_SECTIONS: readonly SectionId[] = ['schedule', 'badge', 'appearance'];

const SAVER = { create: createTopic, update: updateTopicFrom };

/** The options: the section the address names, from what the databases hold now. */
export function OptionsScreen(): JSX.Element {
  const { section, rest } = toPlace(useHash());
  const now = useNow(30_000);
  const stored = useStoredSettings();
  const topics = useStoredTopics();
  const feed = useStoredFeed();
  const today = toUtcDay(now + (feed.value?.clock?.offsetMs ?? 0));
  const [created, setCreated] = useState<Topic>();
  const papers = usePaperScanner(today, section === 'topics' && feed.value !== undefined);
  // Kept here and not in the section: a text with an error outlives a look at another section.
  const drafts = useTopicDrafts(SAVER, topics.value, (topic, isShown) => {
    setCreated(topic);
    if (isShown && location.hash === '#topics/new') replaceHash(`topics/${topic.id}`);
  });

  // Once listed it is like the others: kept here, it would come back after it was deleted.
  if (created && topics.value?.some(({ id }) => id === created.id)) setCreated(undefined);

  const looks = stored.value?.settings;
  useLayoutEffect(() => {
    if (looks) showLooks(looks);
  }, [looks]);
  useEffect(() => {
    document.title = `${SECTIONS.find(({ id }) => id === section)?.label} · Daily Papers options`;
    scrollTo(0, 0);
  }, [section]);

  const isNewer = useIsNewer();
  useSyncAtOpening();
  useUpkeepAtOpening();
  const failed = useFailedAttempt();
  const deletions = useDeletions(drafts.dropAll);
  const [told, setTold] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told in one section is not said again in the next
  useEffect(() => setTold(deletions), [section]);
  const error = stored.error ?? topics.error ?? feed.error;
  const { settings, problems } = stored.value ?? {};
  const isReady = settings !== undefined && problems !== undefined && topics.value && feed.value;
  return (
    <OptionsFrame key={deletions} sections={SECTIONS} current={section}>
      {isNewer && <NewerNote />}
      <CopyCheck />
      {error !== undefined && <StorageFailure error={error} />}
      {deletions > told && <DeletedNote />}
      {failed !== undefined && (
        <p role="alert" class="page-note is-failure">
          {toFailedWords(failed)}
        </p>
      )}
      {isReady && section === 'topics' && (
        <TopicsSection
          topics={withCreated(topics.value ?? [], created)}
          chosen={rest}
          drafts={drafts}
          papers={papers}
          today={today}
        />
      )}
      {isReady && section === 'schedule' && (
        <ScheduleSection settings={settings} problems={problems} feed={feed.value ?? {}} today={today} now={now} />
      )}
      {isReady && section === 'badge' && (
        <BadgeSection settings={settings} problems={problems} topics={topics.value ?? []} today={today} />
      )}
      {isReady && section === 'appearance' && <AppearanceSection settings={settings} problems={problems} />}
      {isReady && SETTING_SECTIONS.includes(section) && <UndoLine scope="settings" />}
      {isReady && section === 'data' && (
        <DataSection settings={settings} feed={feed.value} now={now} onDropDrafts={drafts.dropAfter} />
      )}
      {section === 'privacy' && <PrivacySection now={now} />}
      {section === 'about' && <AboutSection now={now} today={today} />}
    </OptionsFrame>
  );
}

/** A new topic is in the list from the moment its row is written, a few ms before the live query says so. */
function withCreated(topics: readonly Topic[], created: Topic | undefined): readonly Topic[] {
  return created && !topics.some(({ id }) => id === created.id) ? [...topics, created] : topics;
}

function StorageFailure({ error }: { error: unknown }): JSX.Element {
  return (
    <>
      <h1 class="section-title">Options</h1>
      <RecoveryScreen detail={toDetail(error)} />
    </>
  );
}
