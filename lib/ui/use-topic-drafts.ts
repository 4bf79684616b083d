import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Topic } from '@/lib/core/topics/topic';
import { createTopicDrafts, type TopicDrafts, type TopicSaver } from './topic-drafts';

/**
 * The drafts of this page. They are saved when the page is hidden or closed: the debounce must not cost the last word.
 * `saver` and `onCreated` are read at the time of use.
 */
export function useTopicDrafts(saver: TopicSaver, onCreated: (topic: Topic, isShown: boolean) => void): TopicDrafts {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const created = useRef(onCreated);
  created.current = onCreated;
  const drafts = useRef<TopicDrafts | undefined>(undefined);
  drafts.current ??= createTopicDrafts(
    saver,
    () => changed(undefined),
    (topic, isShown) => created.current(topic, isShown),
  );
  const own = drafts.current;

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
