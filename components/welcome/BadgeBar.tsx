import './badge-bar.css';
import type { JSX } from 'preact';
import { badgeText } from '@/lib/core/badge/badge';
import { Button } from '../controls/Button';
import { Counted, type CountedProps } from '../topics/Counted';

export interface BadgeBarProps {
  /** The number on the badge; `undefined` until it was counted. */
  count: number | undefined;
  /** Where it could not be counted. */
  counting: Omit<CountedProps, 'label' | 'children'>;
  /** Topics that are on. */
  topics: number;
  /** The user has switched the number off. */
  isHidden: boolean;
  onLeave(): void;
}

/** The icon as the toolbar shows it now, what its number says, and the way out. */
export function BadgeBar({ count, counting, topics, isHidden, onLeave }: BadgeBarProps): JSX.Element {
  const number = count === undefined || isHidden ? '' : badgeText(count);
  return (
    <footer class="badge-bar">
      <span class="badge-icon" aria-hidden="true">
        <img src="/icons/32.png" alt="" width="32" height="32" />
        {number !== '' && <b>{number}</b>}
      </span>
      <Counted label="The number on the icon" {...counting}>
        <p role="status">{counting.failure === undefined && toWords(count, topics, isHidden)}</p>
      </Counted>
      <Button look={topics > 0 ? 'solid' : 'outline'} onClick={onLeave}>
        {topics > 0 ? 'Done' : 'Skip'}
      </Button>
    </footer>
  );
}

function toWords(count: number | undefined, topics: number, isHidden: boolean): string {
  if (count === undefined) return '';
  const hidden = isHidden ? ' The number is switched off in the options.' : '';
  const papers = count === 1 ? '1 new paper' : `${count} new papers`;
  if (topics === 0) {
    if (count === 0) return `No topic is picked yet.${hidden}`;
    return `No topic is picked, so the icon counts all of the newest day: ${papers}.${hidden}`;
  }
  const yours = topics === 1 ? 'your topic' : `your ${topics} topics`;
  if (count === 0) return `Nothing new of the last 14 days matches ${yours} so far.${hidden}`;
  return `${papers} of the last 14 days ${count === 1 ? 'matches' : 'match'} ${yours}.${hidden}`;
}
