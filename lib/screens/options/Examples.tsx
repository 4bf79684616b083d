import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { ExamplePicker } from '@/components/topics/ExamplePicker';
import { createTopic } from '@/lib/app/save-topic';
import type { Day } from '@/lib/core/days/day';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { PaperCache } from '@/lib/ui/paper-cache';
import { useQueryCounts } from '@/lib/ui/use-query-counts';
import { attempt } from './attempt';

const QUERIES = EXAMPLE_TOPICS.map(({ query }) => query);

export interface ExamplesProps {
  topics: readonly Topic[];
  cache: PaperCache | undefined;
  today: Day;
  onClose(): void;
}

/** The ready-made topics with what each would have caught; closing leads to the one added last. */
export function Examples({ topics, cache, today, onClose }: ExamplesProps): JSX.Element {
  const counts = useQueryCounts(QUERIES, cache, today, true);
  const last = useRef<TopicId | undefined>(undefined);
  return (
    <ExamplePicker
      examples={EXAMPLE_TOPICS.map((example) => ({
        ...example,
        hits: counts.get(example.query),
        isAdded: topics.some(({ query }) => query === example.query),
      }))}
      onAdd={({ name, query }) => {
        const added = createTopic({ name, query }).then(({ id }) => {
          last.current = id;
        });
        attempt(added);
      }}
      onClose={() => {
        if (last.current !== undefined) location.hash = `topics/${last.current}`;
        onClose();
      }}
    />
  );
}
