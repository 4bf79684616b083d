import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { CaughtPaper } from '@/components/topics/CatchList';
import { Counted } from '@/components/topics/Counted';
import { TopicPreview } from '@/components/topics/TopicPreview';
import { openPaperLink } from '@/lib/app/open-link';
import type { Day } from '@/lib/core/days/day';
import { toPaperUrl } from '@/lib/core/papers/links';
import type { Paper } from '@/lib/core/papers/paper';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';
import type { Caught, PreviewAnswer, PreviewAsk } from '@/lib/ui/preview-run';
import type { DraftKey } from '@/lib/ui/topic-drafts';
import type { ScannerState } from '@/lib/ui/use-paper-scanner';
import { useTopicPreview } from '@/lib/ui/use-topic-preview';
import { attempt } from './attempt';
import { toCounting } from './counting';

export interface CaughtPapersProps {
  /** The topic's id, or `new`. */
  topic: DraftKey;
  /** The last complete version; blank where there was none. */
  query: string;
  /** Every other topic. */
  others: readonly Topic[];
  papers: ScannerState;
  /** The field holds a text with an error. */
  isStale: boolean;
  colour: TopicColour;
  today: Day;
  /** Hears the whole answer in words; `''` while there is none. */
  onTold(words: string): void;
}

/** What a query catches among the stored papers, live. */
export function CaughtPapers(props: CaughtPapersProps): JSX.Element {
  const { topic, query, others, papers, isStale, colour, today, onTold } = props;
  // Of this topic: what is chosen does not follow to the next. Not by a key on the component: a new topic gets its id
  // while its first words are typed, and its numbers must stay on show.
  const [chosen, setChosen] = useState<{ topic: DraftKey; day: Day | undefined }>();
  const day = chosen?.topic === topic ? chosen.day : undefined;
  // By value: the rows are read again at every write, and a scan must not begin again for a new name or colour.
  const topics = JSON.stringify(others.map(({ id, query }) => ({ id, query })));
  const ask = useMemo<PreviewAsk | undefined>(
    () => (query.trim() === '' ? undefined : { query, day, topics: JSON.parse(topics) }),
    [query, day, topics],
  );
  const { answer, listed, isCurrent } = useTopicPreview(ask, papers.scanner);
  const examples = useMemo(() => listed?.examples.map(toLinked), [listed]);
  const ofDay = useMemo(() => (listed?.ask.day === day ? listed?.ofDay.map(toLinked) : undefined), [listed, day]);
  // The same function each time, or the bars would be drawn again at each key.
  const choose = useCallback((day: Day | undefined) => setChosen({ topic, day }), [topic]);
  const told = ask && answer?.final && isCurrent ? toSpoken(answer.tally) : '';
  useEffect(() => onTold(told), [told, onTold]);
  if (!ask) return <p class="preview-wait">What it would have caught appears here while you type.</p>;
  const failure = papers.failureOf('preview');
  return (
    <Counted label="What it would have caught" {...toCounting(failure, papers.retry)}>
      {/* Not beside the last numbers: they would be taken for those of the words in the field. */}
      {failure === undefined && (
        <TopicPreview
          tally={answer?.tally}
          final={answer?.final ?? false}
          unreadable={answer?.unreadable ?? 0}
          isCurrent={isCurrent}
          isStale={isStale}
          examples={examples}
          overlap={
            answer?.tally.overlap.flatMap(({ id, hits }) => {
              const other = others.find((one) => one.id === id);
              return other ? [{ id, hits, name: other.name, colour: other.colour }] : [];
            }) ?? []
          }
          day={day === undefined ? undefined : { day, papers: ofDay }}
          colour={colour}
          today={today}
          onDay={choose}
          onOpen={open}
        />
      )}
    </Counted>
  );
}

function toSpoken({ hits, scanned, newHits }: PreviewAnswer['tally']): string {
  return `${hits} hits of ${scanned} stored papers, ${newHits} new in 14 days`;
}

function open(paper: Paper, background: boolean): void {
  attempt(openPaperLink(paper, toPaperUrl(paper), { background }));
}

function toLinked({ subject, matches }: Caught): CaughtPaper {
  return { subject, matches, href: toPaperUrl(subject.paper) };
}
