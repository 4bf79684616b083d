import './topic-preview.css';
import type { JSX } from 'preact';
import { type PreviewTally, toHitsPerDay } from '@/lib/core/topics/preview-tally';
import type { TopicColour } from '@/lib/core/topics/topic';
import { CatchList, type CatchListProps, type CaughtPaper } from './CatchList';
import { DayBars } from './DayBars';
import { PreviewFigures } from './PreviewFigures';

export interface TopicPreviewProps {
  /** `undefined` before the first answer. */
  tally: PreviewTally | undefined;
  /** False while papers are still being read or counted. */
  final: boolean;
  /** The field holds a text with an error; this is its last complete version. */
  isStale: boolean;
  examples: readonly CaughtPaper[];
  colour: TopicColour;
  today: string;
  onOpen: CatchListProps['onOpen'];
}

/** What a query would have caught: numbers, days, examples. */
export function TopicPreview({
  tally,
  final,
  isStale,
  examples,
  colour,
  today,
  onOpen,
}: TopicPreviewProps): JSX.Element {
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
        isStale={isStale}
      />
      <DayBars perDay={tally.perDay} colour={colour} />
      <section class="preview-examples" aria-label="What it catches">
        <h2 class="heading-2">What it catches</h2>
        {examples.length > 0 && <CatchList papers={examples} today={today} onOpen={onOpen} />}
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
      <p class="said" role="status">
        {final ? `${tally.hits} hits of ${tally.scanned} stored papers, ${tally.newHits} new now` : ''}
      </p>
    </>
  );
}
