import './preview-figures.css';
import type { JSX } from 'preact';

export interface PreviewFiguresProps {
  hits: number;
  /** Papers looked at so far. */
  scanned: number;
  hitsPerDay: number;
  /** The days it is counted over. */
  coveredDays: number;
  newHits: number;
  /** False while papers are still being read. */
  final: boolean;
  /** Another answer is on its way. */
  isBusy: boolean;
  /** They tell of an earlier version than the one in the field. */
  isStale: boolean;
}

const integers = new Intl.NumberFormat('en-US');
const oneDecimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** What a query catches, in three numbers. */
export function PreviewFigures({
  hits,
  scanned,
  hitsPerDay,
  coveredDays,
  newHits,
  final,
  isBusy,
  isStale,
}: PreviewFiguresProps): JSX.Element {
  return (
    <dl class={isStale ? 'preview-figures is-stale' : 'preview-figures'} aria-busy={isBusy}>
      <Figure
        value={integers.format(hits)}
        words={final ? `of ${integers.format(scanned)} stored papers` : `of ${integers.format(scanned)} read so far`}
      />
      <Figure value={oneDecimal.format(hitsPerDay)} words={toSpan(coveredDays)} />
      <Figure value={integers.format(newHits)} words="new, last 14 days" />
    </dl>
  );
}

function toSpan(days: number): string {
  return days === 1 ? 'today' : `a day, last ${days} days`;
}

/** The number is drawn above its words, and read before them. */
function Figure({ value, words }: { value: string; words: string }): JSX.Element {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{value}</dd>
    </div>
  );
}
