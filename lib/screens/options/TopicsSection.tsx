import type { JSX } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { memo } from '@/components/controls/memo';
import { UndoBar } from '@/components/controls/UndoBar';
import { Section } from '@/components/options/Section';
import { Counted } from '@/components/topics/Counted';
import { type TopicLine, TopicList } from '@/components/topics/TopicList';
import { TopicsLayout } from '@/components/topics/TopicsLayout';
import { undoGroup } from '@/lib/app/undo';
import type { Day } from '@/lib/core/days/day';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { TopicCounts } from '@/lib/ui/topic-counts';
import { NEW_TOPIC, type TopicDrafts } from '@/lib/ui/topic-drafts';
import type { ScannerState } from '@/lib/ui/use-paper-scanner';
import { useTopicCounts } from '@/lib/ui/use-topic-counts';
import { attempt } from './attempt';
import { ChosenTopic } from './ChosenTopic';
import { toCounting } from './counting';
import { Examples } from './Examples';
import { LostText } from './LostText';
import { TopicTransfer } from './TopicTransfer';
import { hasUnsavedText, toTopicText } from './topic-text';
import { UndoLine } from './UndoLine';
import { useLeaving } from './use-leaving';
import { useOneAlert } from './use-one-alert';
import { focusList, useTopicChanges } from './use-topic-changes';

export interface TopicsSectionProps {
  topics: readonly Topic[];
  /** Id from the address, `new`, or nothing. */
  chosen: string | undefined;
  drafts: TopicDrafts;
  papers: ScannerState;
  today: Day;
}

/** At each key of the editor beside it there would be up to 200 rows to draw. */
const List = memo(TopicList);

/** The topics, and the chosen one with what it would catch. */
export function TopicsSection({ topics, chosen, drafts, papers, today }: TopicsSectionProps): JSX.Element {
  const [picking, setPicking] = useState(false);
  const { move, remove, moved, undoable, setUndoable } = useTopicChanges(topics, drafts);
  const counting = useTopicCounts(topics, today);
  const isNew = chosen === NEW_TOPIC;
  const topic = isNew ? undefined : (topics.find(({ id }) => id === chosen) ?? topics[0]);
  const key = isNew ? NEW_TOPIC : topic?.id;
  const index = topics.findIndex(({ id }) => id === key);
  const isPreviewed = key !== undefined && toTopicText(topic, drafts).good.trim() !== '';
  const alert = useOneAlert(
    { failure: isPreviewed ? papers.failureOf('preview') : undefined, retry: papers.retry },
    counting,
  );
  const lines = useLines(topics, drafts, counting.counts);
  const latestMove = useRef(move);
  latestMove.current = move;
  const moveLine = useCallback((id: TopicId, toIndex: number) => attempt(latestMove.current(id, toIndex)), []);
  useLeaving(key, (left) => void drafts.leave(left));

  return (
    <Section
      title="Topics"
      lead="Each has its list in the popup; those that count on the badge make its number. Everything is matched on this computer."
    >
      <LostText drafts={drafts} />
      <TopicsLayout
        isEmpty={key === undefined}
        place={topic && topics.length > 1 ? { name: topic.name, index, count: topics.length } : undefined}
        onMove={(toIndex) => topic && attempt(move(topic.id, toIndex))}
        onPickExamples={() => setPicking(true)}
        foot={
          <>
            <TopicTransfer
              topics={topics}
              today={today}
              onImported={({ words, group, count }) =>
                setUndoable(count > 0 ? { words, undo: () => undoGroup(group) } : undefined)
              }
            />
            {/* A draft would go on showing, and storing, what is taken back. */}
            <UndoLine scope="topics" before={async () => key !== undefined && drafts.leave(key)} />
          </>
        }
        list={
          <Counted
            label="New papers of each topic"
            isTold={alert.isTold}
            {...toCounting(counting.failure, counting.retry)}
          >
            <List topics={lines} current={key} onMove={moveLine} />
          </Counted>
        }
      >
        {key !== undefined && (
          <ChosenTopic
            topic={topic}
            draftKey={key}
            drafts={drafts}
            papers={{ ...papers, retry: alert.retry }}
            today={today}
            topics={topics}
            onDelete={() => topic && attempt(remove(topic))}
          />
        )}
      </TopicsLayout>
      <p class="said" role="status">
        {moved}
      </p>
      {picking && <Examples topics={topics} papers={papers} onClose={() => setPicking(false)} />}
      {undoable && (
        <UndoBar
          words={undoable.words}
          onUndo={() => {
            focusList();
            setUndoable(undefined);
            attempt(undoable.undo());
          }}
          onClose={() => {
            focusList();
            setUndoable(undefined);
          }}
        />
      )}
    </Section>
  );
}

/** The rows of the list: the same array until one of them is another. */
function useLines(topics: readonly Topic[], drafts: TopicDrafts, counts: TopicCounts | undefined): TopicLine[] {
  const unsaved = topics.flatMap((topic) => (hasUnsavedText(topic, drafts) ? [topic.id] : [])).join();
  return useMemo(() => {
    const ids = new Set(unsaved.split(','));
    return topics.map((topic) => ({
      ...topic,
      newCount: counts?.newByTopic.get(topic.id),
      hasDraft: ids.has(topic.id),
    }));
  }, [topics, unsaved, counts]);
}
