import { showBadge } from '@/lib/browser/badge';
import { withLock } from '@/lib/browser/locks';
import { type Badge, type BadgeTone, planBadge } from '@/lib/core/badge/badge';
import { toFailureTitle } from '@/lib/core/sync/failure-titles';
import { toFeedTimes } from '@/lib/core/sync/feed-times';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics } from '@/lib/core/topics/match-topics';
import { readFeedState, readNewestDay } from '@/lib/db/queries/feed-state';
import { readNewPapers } from '@/lib/db/queries/papers';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { keepFirstList } from './keep-first-list';
import { readToday } from './today';

/** White on each is at least 4.5:1. Grey: the network is away. Amber: something is wrong. */
const BACKGROUND: Record<BadgeTone, string> = { new: '#b3382c', offline: '#6b665d', error: '#8a5a00' };
const FOREGROUND = '#ffffff';

/**
 * Counts the new matches from the database and paints them, and keeps the list that the popup opens with. Both under one
 * lock: two contexts that count at once would otherwise leave the older number standing (law 5: never `badge += n`).
 */
export async function refreshBadge(): Promise<void> {
  try {
    await withLock('badge', 'wait', paint);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
    // The holder is stuck: a frozen page, a database that does not answer there.
    await withLock('badge', 'steal', paint);
  }
}

async function paint(lost: AbortSignal): Promise<void> {
  const now = Date.now();
  const kept = keepFirstList(now, lost);
  try {
    const { text, tone, title } = await countBadge(now);
    // A page that was frozen over a suspend would paint what was counted before it over what was counted since.
    if (!lost.aborted) await showBadge({ text, title, background: BACKGROUND[tone], foreground: FOREGROUND });
  } finally {
    // Not left behind: written after the lock is let go, it could take the place of a newer one.
    await kept;
  }
}

async function countBadge(now: number): Promise<Badge> {
  const today = await readToday(now);
  const [{ entries }, topics, { settings }, state, newestDay] = await Promise.all([
    readNewPapers(today),
    readTopics(),
    readSettings(),
    readFeedState(),
    readNewestDay(today),
  ]);
  const compiled = compileTopics(topics);
  const { ids, perTopic, repeats } = countNewMatches(entries, compiled, today, newestDay);
  const failure = state.schedule?.failure;
  return planBadge({
    count: ids.length,
    perTopic,
    repeats,
    hasTopics: compiled.length > 0,
    showNumber: settings.showBadge,
    feedSentence: toFeedTimes(state.schedule, now),
    failure,
    failureSentence: failure && toFailureTitle(failure, now),
  });
}
