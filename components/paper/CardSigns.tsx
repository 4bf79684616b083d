import './card-signs.css';
import type { JSX } from 'preact';
import { Icon, Star } from '../controls/icons';

export interface CardFlags {
  read: boolean;
  starred?: boolean | undefined;
  later?: boolean | undefined;
  dismissed?: boolean | undefined;
}

/** What the user made of a paper, in the corner of the card at rest; the tools take its place. */
export function CardSigns({ starred, later, dismissed }: CardFlags): JSX.Element | null {
  if (!starred && !later && !dismissed) return null;
  return (
    <span class="card-signs">
      {dismissed && <span class="sign-dismissed">Dismissed</span>}
      {later && (
        <span title="For later">
          <Icon size={14}>
            <circle cx="8" cy="8" r="5.7" />
            <path d="M8 4.8V8l2.1 1.4" />
          </Icon>
          <span class="said">For later</span>
        </span>
      )}
      {starred && (
        <span class="sign-star" title="Starred">
          <Star size={14} />
          <span class="said">Starred</span>
        </span>
      )}
    </span>
  );
}
