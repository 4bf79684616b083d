import './skeleton.css';
import type { JSX } from 'preact';

const CARDS = ['wide', 'short', 'wide', 'middle'] as const;

/** The shape of a list that is on its way: four cards as tall as the ones that come. */
export function Skeleton({ words }: { words: string }): JSX.Element {
  return (
    <div class="skeleton" role="status">
      <span class="said">{words}</span>
      {CARDS.map((width, index) => (
        <div key={index} class="skeleton-card" aria-hidden="true">
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
