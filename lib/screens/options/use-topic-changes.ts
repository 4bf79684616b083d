import { useLayoutEffect, useState } from 'preact/hooks';
import { deleteTopic, moveTopic } from '@/lib/app/save-topic';
import { undoGroup } from '@/lib/app/undo';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { TopicDrafts } from '@/lib/ui/topic-drafts';
import { replaceHash } from '@/lib/ui/use-hash';

/** What was done, and the way back that a bar offers for a while. */
export interface Undoable {
  words: string;
  undo(): Promise<unknown>;
}

/** What the list of topics is told to do with its rows, and what there is to say of it. */
export interface TopicChanges {
  move(id: TopicId, toIndex: number): Promise<void>;
  remove(topic: Topic): Promise<void>;
  /** The last move in words, for screen readers. */
  moved: string;
  undoable: Undoable | undefined;
  setUndoable(undoable: Undoable | undefined): void;
}

export function useTopicChanges(topics: readonly Topic[], drafts: TopicDrafts): TopicChanges {
  const [undoable, setUndoable] = useState<Undoable>();
  const [moved, setMoved] = useState('');
  const restore = useRestored(topics);
  return {
    moved,
    undoable,
    setUndoable,
    async move(id, toIndex) {
      const place = Math.max(0, Math.min(toIndex, topics.length - 1));
      await moveTopic(id, place);
      setMoved(`${topics.find((other) => other.id === id)?.name} is now ${place + 1} of ${topics.length}`);
    },
    async remove(gone) {
      await drafts.flush(gone.id);
      const { group } = await deleteTopic(gone.id);
      // Not before: a deletion that is refused must not take an unfinished text along.
      drafts.drop(gone.id);
      setUndoable({
        words: `Topic “${gone.name}” deleted.`,
        undo: () =>
          undoGroup(group).then(() => {
            location.hash = `topics/${gone.id}`;
            restore(gone.id);
          }),
      });
      const at = topics.findIndex(({ id }) => id === gone.id);
      const next = topics[at + 1] ?? topics[at - 1];
      // Who has gone to another part of the page meanwhile is not to be called back.
      if (/^(#topics|$)/.test(location.hash)) replaceHash(next ? `topics/${next.id}` : 'topics');
    },
  };
}

/** Before the bar that holds the focus goes: nothing else would take it. */
export function focusList(id?: TopicId): void {
  const link = id === undefined ? '.topic-list [aria-current], .topics-new a' : `.topic-list [href="#topics/${id}"]`;
  document.querySelector<HTMLElement>(link)?.focus();
}

/** Brings the focus to the topic that the returned function names, once that is in the list again. */
function useRestored(topics: readonly Topic[]): (id: TopicId) => void {
  const [restored, setRestored] = useState<TopicId>();
  useLayoutEffect(() => {
    if (restored === undefined || topics.every(({ id }) => id !== restored)) return;
    setRestored(undefined);
    focusList(restored);
  }, [restored, topics]);
  return setRestored;
}
