import type { JSX } from 'preact';

/** Drawn on the 16 px grid of the other icons; hidden from screen readers, the button has the name. */
function Arrow({ path }: { path: string }): JSX.Element {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

export const ArrowUp = (): JSX.Element => <Arrow path="M8 13V3.5M4 7l4-4 4 4" />;

export const ArrowDown = (): JSX.Element => <Arrow path="M8 3v9.5M4 9l4 4 4-4" />;
