import type { Day } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { MetaKey, MetaValues } from '@/lib/core/sync/state';
import type { Topic } from '@/lib/core/topics/topic';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { makePaper } from './make-paper';

/** Empties both databases. */
export async function clearDatabases(): Promise<void> {
  await Promise.all([...feedDb.tables, ...userDb.tables].map((table) => table.clear()));
}

/** A day that was read, with these titles, best first. Ids are made of day and place. */
export async function seedDay(day: Day, titles: string[], change: Partial<LedgerRow> = {}): Promise<Paper[]> {
  const papers = titles.map((title, rank) =>
    makePaper({
      id: `${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8)}${rank + 100}`,
      title,
      summary: `About ${title}.`,
      dailyDate: day,
    }),
  );
  await feedDb.papers.bulkPut(papers);
  await feedDb.listings.bulkPut(
    papers.map(({ id }, rank) => ({ source: 'huggingface', date: day, paperId: id, rank, firstSeenAt: 0 })),
  );
  await feedDb.days.put({
    source: 'huggingface',
    date: day,
    state: titles.length > 0 ? 'complete' : 'empty',
    papers: titles.length,
    dropped: [],
    droppedCount: 0,
    pages: [],
    readAt: Date.now(),
    triedAt: Date.now(),
    attempts: 0,
    jobId: 'earlier',
    ...change,
  });
  return papers;
}

export async function seedTopic(name: string, query: string, change: Partial<Topic> = {}): Promise<void> {
  const position = await userDb.topics.count();
  await userDb.topics.put({
    id: `topic-${position}`,
    name,
    query,
    colour: 0,
    badge: true,
    notify: false,
    enabled: true,
    position,
    createdAt: 0,
    updatedAt: 0,
    ...change,
  });
}

export async function seedSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  await userDb.settings.put({ key, value });
}

export async function seedMeta<K extends MetaKey>(key: K, value: MetaValues[K]): Promise<void> {
  await feedDb.meta.put({ key, value });
}

export async function seedSeen(papers: readonly Paper[]): Promise<void> {
  await feedDb.seen.bulkPut(papers.map(({ id }) => ({ paperId: id, at: Date.now() })));
}
