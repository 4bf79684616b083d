import './skeleton.css';
import type { JSX } from 'preact';

const CARDS = [
  { name: 'first', width: 'wide' },
  { name: 'second', width: 'short' },
  { name: 'third', width: 'wide' },
  { name: 'fourth', width: 'middle' },
];

/** The shape of a list that is on its way: four cards as tall as the ones that come. */
export function Skeleton({ words }: { words: string }): JSX.Element {
  return (
    <div class="skeleton" role="status">
      <span class="said">{words}</span>
      {CARDS.map(({ name, width }) => (
        <div key={name} class="skeleton-card" aria-hidden="true">
          <span class={`bone bone-title bone-${width}`} />
          <span class="bone bone-authors" />
          <span class="bone" />
          <span class="bone bone-middle" />
          <span class="bone bone-facts" />
        </div>
      ))}
    </div>
  );
}
