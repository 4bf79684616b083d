import type { JSX } from 'preact';
import { Counted } from '@/components/topics/Counted';
import { TopicPicks } from '@/components/welcome/TopicPicks';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import type { Topic } from '@/lib/core/topics/topic';
import type { ScannerState } from '@/lib/ui/use-paper-scanner';
import { useQueryCounts } from '@/lib/ui/use-query-counts';
import { toCounting } from '../options/counting';
import { usePicks } from './use-picks';

/** Every paper: what the hits of the examples are counted among, in the same run. */
const ALL_PAPERS = 'upvotes:>=0';
const QUERIES = [ALL_PAPERS, ...EXAMPLE_TOPICS.map(({ query }) => query)];

export interface ExamplePicksProps {
  /** `undefined` until they were read. */
  topics: readonly Topic[] | undefined;
  papers: ScannerState;
  /** Why nothing can be counted. */
  failure: unknown;
}

/** The ready-made topics as boxes, each with what it would have caught, live as the papers arrive. */
export function ExamplePicks({ topics, papers, failure }: ExamplePicksProps): JSX.Element {
  const hits = useQueryCounts(QUERIES, papers.scanner);
  const picks = usePicks(topics ?? []);
  return (
    <Counted label="Topics to pick" {...toCounting(failure, papers.retry)}>
      {topics && (
        <TopicPicks
          picks={EXAMPLE_TOPICS.map((example) => ({
            ...example,
            hits: hits.get(example.query),
            isPicked: picks.isPicked(example.query),
            colour: topics.find((topic) => topic.query === example.query)?.colour,
          }))}
          total={hits.get(ALL_PAPERS) ?? 0}
          onPick={picks.pick}
        />
      )}
    </Counted>
  );
}
