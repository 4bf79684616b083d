import type { JSX } from 'preact';

/** Beside numbers that lack damaged rows: how many, and how to be rid of them. Nothing where all could be read. */
export function UnreadableNote({ count }: { count: number }): JSX.Element | null {
  if (count === 0) return null;
  return (
    <p class="explains">
      {count === 1
        ? '1 stored paper could not be read and is left out.'
        : `${count} stored papers could not be read and are left out.`}{' '}
      Under <a href="#data">Data</a> the stored papers can be deleted and fetched again.
    </p>
  );
}
