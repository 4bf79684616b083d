import type { Failure } from '../sync/failure';
import { isOffline } from '../sync/failure';

/** The number on the icon: nothing for 0, `999+` caps it. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > 999 ? '999+' : String(count);
}

export type BadgeTone = 'new' | 'offline' | 'error';

export interface BadgeInput {
  /** New matches; with no topics, the new papers of the newest day. */
  count: number;
  /** Of each topic on the badge that has any. A paper in two topics is in both. */
  perTopic: { name: string; count: number }[];
  /** Memberships beyond the first: the sum of `perTopic` less this is `count`. */
  repeats: number;
  hasTopics: boolean;
  showNumber: boolean;
  /** In words, e.g. "Read 13:05, next 14:05". */
  feedSentence: string;
  failure?: Failure | undefined;
  /** Why the last sync failed and when the next try is, in words. */
  failureSentence?: string | undefined;
}

export interface Badge {
  text: string;
  tone: BadgeTone;
  title: string;
}

/** Firefox cuts tooltips off, and nobody reads past this. */
const TOPICS_IN_TITLE = 12;

/**
 * What the toolbar says. A failure keeps the number and never looks like "nothing new": with nothing to count it
 * shows a sign instead of an empty icon.
 */
export function planBadge(input: BadgeInput): Badge {
  const { failure, count, showNumber } = input;
  const tone: BadgeTone = !failure ? 'new' : isOffline(failure) ? 'offline' : 'error';
  const number = showNumber ? badgeText(count) : '';
  const sign = tone === 'error' ? '!' : tone === 'offline' ? '–' : '';
  return { text: showNumber ? number || sign : '', tone, title: toTitle(input) };
}

function toTitle({ count, perTopic, repeats, hasTopics, feedSentence, failureSentence }: BadgeInput): string {
  const lines = [`Daily Papers: ${toHeadline(count, hasTopics)}`];
  const shown = perTopic.filter((topic) => topic.count > 0);
  for (const topic of shown.slice(0, TOPICS_IN_TITLE)) lines.push(`${topic.name}: ${topic.count}`);
  const rest = shown.slice(TOPICS_IN_TITLE);
  if (rest.length > 0) lines.push(`${rest.length} more topics: ${rest.reduce((sum, topic) => sum + topic.count, 0)}`);
  if (repeats > 0) lines.push(`less ${repeats} counted in several topics`);
  if (failureSentence) lines.push(failureSentence);
  lines.push(feedSentence);
  return lines.join('\n');
}

function toHeadline(count: number, hasTopics: boolean): string {
  if (count === 0) return hasTopics ? 'no new matches' : 'no new papers';
  const [noun, where] = hasTopics
    ? [count === 1 ? 'match' : 'matches', 'in 14 days']
    : [count === 1 ? 'paper' : 'papers', 'of the newest day'];
  return `${count} new ${noun} ${where}`;
}
