import { useRef, useState } from 'preact/hooks';
import { pickTopic, unpickTopic } from '@/lib/app/pick-topic';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { attempt } from '../options/attempt';

export interface Picks {
  /** As the user left the box, also before the database has answered. */
  isPicked(query: string): boolean;
  pick(example: Pick<Topic, 'name' | 'query'>, picked: boolean): void;
}

/** The last click on a box. */
interface Click {
  picked: boolean;
  /** The topics as they were known when it was stored: the next ones that are read hold it. */
  storedAt?: readonly Topic[];
}

/**
 * Ready-made topics that are made and taken back by their boxes, one after the other in the order of the clicks. A topic
 * that no box of this page has made is switched on and off, and never deleted.
 */
export function usePicks(topics: readonly Topic[]): Picks {
  const latest = useRef(topics);
  latest.current = topics;
  const queue = useRef<Promise<void>>(Promise.resolve());
  const clicks = useRef(new Map<string, Click>()).current;
  const made = useRef(new Set<TopicId>()).current;
  const [, changed] = useState({});
  const take = async (example: Pick<Topic, 'name' | 'query'>) => {
    const { topic, kind } = await pickTopic(example);
    if (kind === 'made') made.add(topic.id);
  };

  return {
    isPicked: (query) => {
      const click = clicks.get(query);
      const isOver = click?.storedAt !== undefined && click.storedAt !== topics;
      return click && !isOver ? click.picked : topics.some((topic) => topic.enabled && topic.query === query);
    },
    pick: (example, picked) => {
      const click: Click = { picked };
      clicks.set(example.query, click);
      changed({});
      const done = queue.current.then(() => (picked ? take(example) : unpickTopic(example.query, made)));
      queue.current = done.then(
        () => {
          click.storedAt = latest.current;
        },
        () => {
          if (clicks.get(example.query) === click) clicks.delete(example.query);
          changed({});
        },
      );
      attempt(done);
    },
  };
}
