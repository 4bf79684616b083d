import { toUtcDay } from '@/lib/core/days/day';
import type { Listing, Paper, Seen } from '@/lib/core/papers/paper';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { MetaValues } from '@/lib/core/sync/state';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics, matchTopics } from '@/lib/core/topics/match-topics';
import type { Topic } from '@/lib/core/topics/topic';
import { type ExtensionBrowser, eventually } from '../browsers/extension-browser';

const FEED = 'daily-papers-feed';

/** Waits until no sync is under way and one has ended, well or badly. */
export async function waitForSync(browser: ExtensionBrowser, timeoutMs = 180_000): Promise<void> {
  await eventually(
    async () => {
      const rows = await browser.readStore<{ key: string; value: unknown }>(FEED, 'meta');
      const schedule = rows.find(({ key }) => key === 'schedule')?.value as MetaValues['schedule'] | undefined;
      const isUnderWay = rows.some(({ key }) => key === 'job');
      return !isUnderWay && (schedule?.lastSuccessAt !== undefined || schedule?.failure !== undefined);
    },
    { what: 'the end of the first sync', timeoutMs, everyMs: 250 },
  );
}

/** What the extension has made of the feed, read from its own databases and its badge. */
export async function toReport(browser: ExtensionBrowser): Promise<string[]> {
  const [papers, listings, seen, days, topics, badge] = [
    await browser.readStore<Paper>(FEED, 'papers'),
    await browser.readStore<Listing>(FEED, 'listings'),
    await browser.readStore<Seen>(FEED, 'seen'),
    await browser.readStore<LedgerRow>(FEED, 'days'),
    await browser.readStore<Topic>('daily-papers-user', 'topics'),
    await browser.readBadge(),
  ];
  const newest = days
    .filter((row) => row.papers > 0)
    .map((row) => row.date)
    .sort()
    .at(-1);
  if (newest === undefined) return ['No paper was read.', ...badge.title.split('\n')];
  const today = toUtcDay(Date.now());
  const compiled = compileTopics(topics.sort((a, b) => a.position - b.position));
  const onDay = new Set(listings.filter(({ date }) => date === newest).map(({ paperId }) => paperId));
  const seenIds = new Set(seen.map(({ paperId }) => paperId));
  const entries = papers.map((paper) => ({ paper, seen: seenIds.has(paper.id), today }));
  const ofDay = entries.filter(({ paper }) => onDay.has(paper.id));
  const perTopic = countNewMatches(entries, compiled, today).perTopic;

  return [
    `Day: ${newest}`,
    `Papers: ${onDay.size} on that day, ${papers.length} on ${days.filter((row) => row.papers > 0).length} days`,
    'Matches per topic:',
    ...compiled.map(({ topic }) => {
      const hits = ofDay.filter((entry) => matchTopics(compiled, entry).includes(topic.id)).length;
      const fresh = perTopic.find(({ id }) => id === topic.id)?.count ?? 0;
      return `  ${topic.name}: ${hits} on that day, ${fresh} new in all`;
    }),
    `Badge: ${badge.text === '' ? 'empty' : badge.text}`,
    ...badge.title.split('\n').map((line) => `  ${line}`),
  ];
}
