import type { ComponentChildren, JSX } from 'preact';

/*
 * Drawn here, on a 16 px grid: a dozen icons cost 1 kB, and the strokes fit 16 px without the blur of a scaled 24 px set.
 * They are pictures beside a name, never the name: hidden from screen readers.
 */
export function Icon({ children, size = 16 }: { children: ComponentChildren; size?: number }): JSX.Element {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const ChevronLeft = (): JSX.Element => (
  <Icon>
    <path d="m10 3-5 5 5 5" />
  </Icon>
);

export const ChevronRight = (): JSX.Element => (
  <Icon>
    <path d="m6 3 5 5-5 5" />
  </Icon>
);

export const Refresh = (): JSX.Element => (
  <Icon>
    <path d="M13.5 8a5.5 5.5 0 1 1-1.7-4L13.5 5.6" />
    <path d="M13.5 2.2v3.4h-3.4" />
  </Icon>
);

export const Search = (): JSX.Element => (
  <Icon>
    <circle cx="7" cy="7" r="4.3" />
    <path d="m10.4 10.4 3.3 3.3" />
  </Icon>
);

/** Small and filled: beside a heading that opens something below it. */
export const CaretDown = (): JSX.Element => (
  <svg class="icon-caret" width="8" height="5" viewBox="0 0 8 5" fill="currentColor" aria-hidden="true">
    <path d="M.5.5h7L4 4.5z" />
  </svg>
);

export const Gear = (): JSX.Element => (
  <Icon>
    <circle cx="8" cy="8" r="2.6" />
    <path d="M8 1.6v1.8M8 12.6v1.8M1.6 8h1.8M12.6 8h1.8M3.5 3.5l1.3 1.3M11.2 11.2l1.3 1.3M3.5 12.5l1.3-1.3M11.2 4.8l1.3-1.3" />
  </Icon>
);

/** Upvotes: filled, it stands beside text as a letter does. */
export const Upvote = (): JSX.Element => (
  <svg class="icon-upvote" width="10" height="9" viewBox="0 0 10 9" fill="currentColor" aria-hidden="true">
    <path d="M5 .4 9.8 8.6H.2z" />
  </svg>
);

export const Star = ({ size = 11 }: { size?: number }): JSX.Element => (
  <svg class="icon-star" width={size} height={size} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
    <path d="m6 .6 1.7 3.5 3.8.5-2.8 2.7.7 3.8L6 9.3l-3.4 1.8.7-3.8L.5 4.6l3.8-.5z" />
  </svg>
);
