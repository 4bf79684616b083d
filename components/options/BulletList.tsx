import './bullet-list.css';
import type { ComponentChildren, JSX } from 'preact';

/** Short statements under each other. */
export function BulletList({ items }: { items: readonly ComponentChildren[] }): JSX.Element {
  return (
    <ul class="bullet-list">
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written by us, never reordered.
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
