import './badge-bar.css';
import type { ComponentChildren, JSX } from 'preact';
import { badgeText } from '@/lib/core/badge/badge';
import { Button } from '../controls/Button';

export interface BadgeBarProps {
  /** The number on the badge; `undefined` until it was counted. */
  count: number | undefined;
  /** Said in the place of its words where it could not be counted. */
  failure?: ComponentChildren;
  /** Topics that are on. */
  topics: number;
  /** The user has switched the number off. */
  isHidden: boolean;
  onLeave(): void;
}

/** The icon as the toolbar shows it now, what its number says, and the way out. */
export function BadgeBar({ count, failure, topics, isHidden, onLeave }: BadgeBarProps): JSX.Element {
  const number = count === undefined || isHidden ? '' : badgeText(count);
  return (
    <footer class="badge-bar">
      <span class="badge-icon" aria-hidden="true">
        <img src="/icons/32.png" alt="" width="32" height="32" />
        {number !== '' && <b>{number}</b>}
      </span>
      {failure ?? <p role="status">{toWords(count, topics, isHidden)}</p>}
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
