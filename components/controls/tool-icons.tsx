import type { JSX } from 'preact';
import { Icon } from './icons';

/* Icons of what is loaded behind the first list: apart from icons.tsx, which the first list waits for. */

export const Check = (): JSX.Element => (
  <Icon>
    <path d="m3 8.5 3.2 3.2L13 5" />
  </Icon>
);

export const Dot = (): JSX.Element => (
  <Icon>
    <circle cx="8" cy="8" r="3.4" />
  </Icon>
);

export const StarOutline = ({ filled }: { filled: boolean }): JSX.Element => (
  <Icon>
    <path
      d="m8 1.9 1.9 3.9 4.2.6-3 3 .7 4.2L8 11.6l-3.8 2 .7-4.2-3-3 4.2-.6z"
      fill={filled ? 'currentColor' : 'none'}
    />
  </Icon>
);

export const ClockFace = (): JSX.Element => (
  <Icon>
    <circle cx="8" cy="8" r="5.7" />
    <path d="M8 4.8V8l2.1 1.4" />
  </Icon>
);

export const Cross = (): JSX.Element => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const More = (): JSX.Element => (
  <Icon>
    <path d="M3.2 8h.01M8 8h.01M12.8 8h.01" stroke-width="2.2" />
  </Icon>
);

export const ChevronsLeft = (): JSX.Element => (
  <Icon>
    <path d="m8 3.5-4.5 4.5L8 12.5M12.5 3.5 8 8l4.5 4.5" />
  </Icon>
);

export const ChevronsRight = (): JSX.Element => (
  <Icon>
    <path d="m8 3.5 4.5 4.5L8 12.5M3.5 3.5 8 8l-4.5 4.5" />
  </Icon>
);
