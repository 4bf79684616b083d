import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Topic } from '@/lib/core/topics/topic';
import { createDraftStore } from './draft-store';
import { createTopicDrafts, type TopicDrafts, type TopicSaver } from './topic-drafts';

/**
 * The drafts of this page, and those that earlier pages left, once the stored `topics` are known. They are saved when
 * the page is hidden or closed, as far as it still can; what it can't, the next page does. `saver` and `onCreated` are
 * read at the time of use.
 */
export function useTopicDrafts(
  saver: TopicSaver,
  topics: readonly Topic[] | undefined,
  onCreated: (topic: Topic, isShown: boolean) => void,
): TopicDrafts {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const created = useRef(onCreated);
  created.current = onCreated;
  const drafts = useRef<TopicDrafts | undefined>(undefined);
  drafts.current ??= createTopicDrafts(
    saver,
    () => changed(undefined),
    (topic, isShown) => created.current(topic, isShown),
    createDraftStore(),
  );
  const own = drafts.current;

  const isTakenUp = useRef(false);
  // Before the paint: no key can be pressed in a field that is still to be filled.
  useLayoutEffect(() => {
    if (!topics) return;
    if (isTakenUp.current) own.follow(topics);
    else own.takeUp(topics);
    isTakenUp.current = true;
  }, [own, topics]);

  useEffect(() => {
    const save = () => own.flushAll();
    const saveHidden = () => {
      if (document.visibilityState === 'hidden') save();
    };
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', saveHidden);
    return () => {
      removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', saveHidden);
      save();
    };
  }, [own]);

  return own;
}
