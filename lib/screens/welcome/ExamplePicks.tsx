import type { JSX } from 'preact';
import { Counted } from '@/components/topics/Counted';
import { TopicPicks } from '@/components/welcome/TopicPicks';
import type { Day } from '@/lib/core/days/day';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import type { Topic } from '@/lib/core/topics/topic';
import { usePaperScanner } from '@/lib/ui/use-paper-scanner';
import { useQueryCounts } from '@/lib/ui/use-query-counts';
import { toCounting } from '../options/counting';
import { usePicks } from './use-picks';

/** Every paper: what the hits of the examples are counted among, in the same run. */
const ALL_PAPERS = 'upvotes:>=0';
const QUERIES = [ALL_PAPERS, ...EXAMPLE_TOPICS.map(({ query }) => query)];

export interface ExamplePicksProps {
  /** `undefined` until they were read. */
  topics: readonly Topic[] | undefined;
  today: Day;
  /** The database answers; where it does not, the page says so itself. */
  canRead: boolean;
}

/** The ready-made topics as boxes, each with what it would have caught, live as the papers arrive. */
export function ExamplePicks({ topics, today, canRead }: ExamplePicksProps): JSX.Element {
  const papers = usePaperScanner(today, canRead);
  const hits = useQueryCounts(QUERIES, papers.scanner);
  const picks = usePicks(topics ?? []);
  return (
    <Counted label="Topics to pick" {...toCounting(canRead ? papers.failureOf('counts') : undefined, papers.retry)}>
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
