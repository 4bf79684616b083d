import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ExamplePicker } from '@/components/topics/ExamplePicker';
import { pickTopic } from '@/lib/app/pick-topic';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { ScannerState } from '@/lib/ui/use-paper-scanner';
import { useQueryCounts } from '@/lib/ui/use-query-counts';
import { attempt } from './attempt';
import { toCounting } from './counting';

const QUERIES = EXAMPLE_TOPICS.map(({ query }) => query);

export interface ExamplesProps {
  topics: readonly Topic[];
  papers: ScannerState;
  onClose(): void;
}

/** The ready-made topics with what each would have caught; closing leads to the one added last. */
export function Examples({ topics, papers, onClose }: ExamplesProps): JSX.Element {
  const counts = useQueryCounts(QUERIES, papers.scanner);
  // From the click on: the live query answers only after a second click.
  const adding = useRef(new Set<string>()).current;
  const [, changed] = useState(0);
  const last = useRef<TopicId | undefined>(undefined);
  const add = async (name: string, query: string) => {
    try {
      last.current = (await pickTopic({ name, query })).topic.id;
    } catch (error) {
      adding.delete(query);
      changed(adding.size);
      throw error;
    }
  };
  return (
    <ExamplePicker
      counting={toCounting(papers.failureOf('counts'), papers.retry)}
      examples={EXAMPLE_TOPICS.map((example) => ({
        ...example,
        hits: counts.get(example.query),
        isAdded: adding.has(example.query) || topics.some(({ enabled, query }) => enabled && query === example.query),
      }))}
      onAdd={({ name, query }) => {
        if (adding.has(query)) return;
        adding.add(query);
        changed(adding.size);
        attempt(add(name, query));
      }}
      onClose={() => {
        if (last.current !== undefined) location.hash = `topics/${last.current}`;
        onClose();
      }}
    />
  );
}
