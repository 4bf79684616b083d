import './topic-preview.css';
import type { JSX } from 'preact';
import { formatDayHeading } from '@/lib/core/days/format';
import { type PreviewTally, toHitsPerDay } from '@/lib/core/topics/preview-tally';
import type { TopicColour } from '@/lib/core/topics/topic';
import { Button } from '../controls/Button';
import { memo } from '../controls/memo';
import { CatchList, type CatchListProps, type CaughtPaper } from './CatchList';
import { DayBars } from './DayBars';
import { Overlap, type OverlapLine } from './Overlap';
import { PreviewFigures } from './PreviewFigures';
import { UnreadableNote } from './UnreadableNote';

export interface TopicPreviewProps {
  /** `undefined` before the first answer. */
  tally: Omit<PreviewTally, 'examples' | 'ofDay'> | undefined;
  /** False while papers are still being read or counted. */
  final: boolean;
  /** Stored rows that could not be asked. */
  unreadable: number;
  /** False from a key press until the answer to it. */
  isCurrent: boolean;
  /** The field holds a text with an error; this is its last complete version. */
  isStale: boolean;
  /** `undefined` before the first are known. */
  examples: readonly CaughtPaper[] | undefined;
  /** The other topics with what they share. */
  overlap: readonly OverlapLine[];
  /** The day chosen among the bars, with all its hits; the list is absent until they are known. */
  day?: { day: string; papers: readonly CaughtPaper[] | undefined } | undefined;
  colour: TopicColour;
  today: string;
  onDay(day: string | undefined): void;
  onOpen: CatchListProps['onOpen'];
}

const Bars = memo(DayBars);
const List = memo(CatchList);

/** What a query would have caught: numbers, days, overlap, and examples or the hits of one day. */
export function TopicPreview(props: TopicPreviewProps): JSX.Element {
  const { tally, final, isCurrent, isStale, examples, day, colour, onDay } = props;
  if (!tally) return <p class="preview-wait">Counting…</p>;
  if (final && tally.scanned === 0) {
    return <p class="preview-wait">No papers are stored yet. The numbers appear here as soon as the feed was read.</p>;
  }
  return (
    <>
      <PreviewFigures
        hits={tally.hits}
        scanned={tally.scanned}
        hitsPerDay={toHitsPerDay(tally)}
        coveredDays={tally.coveredDays}
        newHits={tally.newHits}
        final={final}
        isBusy={!final || !isCurrent}
        isStale={isStale}
      />
      <UnreadableNote count={props.unreadable} />
      <Bars perDay={tally.perDay} colour={colour} chosen={day?.day} onChoose={onDay} />
      <Overlap topics={props.overlap} />
      {day && <DayHits {...props} day={day} />}
      {!day && examples && <Examples {...props} tally={tally} examples={examples} />}
    </>
  );
}

function Examples({
  tally,
  final,
  examples,
  today,
  onOpen,
}: TopicPreviewProps & {
  tally: NonNullable<TopicPreviewProps['tally']>;
  examples: readonly CaughtPaper[];
}): JSX.Element {
  return (
    <section class="preview-examples" aria-label="What it catches">
      <h2 class="heading-2">What it catches</h2>
      {tally.hits > 0 && examples.length > 0 && <List papers={examples} today={today} onOpen={onOpen} />}
      {final && tally.hits === 0 && (
        <p class="preview-wait">
          Nothing stored matches. Fewer words, <code>OR</code> between them, or an asterisk at the end of one catch
          more.
        </p>
      )}
      {final && tally.hits > examples.length && (
        <p class="preview-rest">
          {tally.newHits > 0 ? 'The new ones first, then the newest.' : 'The newest, and the most upvoted of a day.'}
        </p>
      )}
    </section>
  );
}

function DayHits({
  day: { day, papers },
  today,
  onDay,
  onOpen,
}: TopicPreviewProps & { day: NonNullable<TopicPreviewProps['day']> }): JSX.Element {
  const heading = `What it catches on ${formatDayHeading(day, today)}`;
  return (
    <section class="preview-examples" aria-label={heading}>
      <header class="preview-day">
        <h2 class="heading-2">{heading}</h2>
        <Button look="plain" onClick={() => onDay(undefined)}>
          Back to all days
        </Button>
      </header>
      {papers && papers.length > 0 && <List papers={papers} today={today} onOpen={onOpen} />}
      <p class={papers?.length === 0 ? 'preview-wait' : 'said'} role="status">
        {papers && toFound(papers.length)}
      </p>
    </section>
  );
}

function toFound(count: number): string {
  if (count === 0) return 'Nothing of that day matches.';
  return count === 1 ? '1 hit of that day is listed.' : `All ${count} hits of that day are listed.`;
}
