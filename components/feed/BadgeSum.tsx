import './badge-sum.css';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TopicColour } from '@/lib/core/topics/topic';
import { scrollSideways } from '../controls/scroll-sideways';
import { TopicDot } from '../paper/TopicDot';

/** One part of the number on the badge. */
export interface SumPart {
  id: string;
  name: string;
  colour: TopicColour;
  count: number;
}

export interface BadgeSumProps {
  total: number;
  /** What each topic counts; those that count nothing are left out. */
  parts: readonly SumPart[];
  /** Counts beyond a paper's first: what a paper in two topics was counted too often. */
  repeats: number;
  /** The part whose papers are shown. */
  chosen: string | undefined;
  /** The same part again, or nothing, shows all. */
  onChoose(part: string | undefined): void;
}

/** The id of the part that holds the papers of several topics. */
export const REPEATS = 'repeats';

/** "12 on the badge = Agents 7 + Speech 6 − 1 counted twice": each part leads to its papers. */
export function BadgeSum({ total, parts, repeats, chosen, onChoose }: BadgeSumProps): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const toggle = (id: string) => () => onChoose(chosen === id ? undefined : id);
  const showAll = () => {
    // The button goes with its click: the focus stays in the sum.
    row.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    onChoose(undefined);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and its legend would take a line
    <div class="badge-sum" role="group" aria-label="The number on the badge">
      <div ref={row} class="sum-row" onWheel={scrollSideways}>
        <span>
          <b>{total}</b> on the badge
        </span>
        {chosen !== undefined && (
          <button type="button" class="sum-button sum-all" onClick={showAll}>
            Show all
          </button>
        )}
        {parts.map(({ id, name, colour, count }, index) => (
          <span key={id} class="sum-part">
            <span>{index === 0 ? '=' : '+'}</span>
            <button type="button" class="sum-button" aria-pressed={chosen === id} onClick={toggle(id)}>
              <TopicDot colour={colour} />
              <span class="sum-name">{name}</span> {count}
            </button>
          </span>
        ))}
        {repeats > 0 && (
          <span class="sum-part">
            <span>−</span>
            <button type="button" class="sum-button" aria-pressed={chosen === REPEATS} onClick={toggle(REPEATS)}>
              {repeats} counted twice
            </button>
          </span>
        )}
      </div>
    </div>
  );
}
