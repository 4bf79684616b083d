import type { Paper } from '@/lib/core/papers/paper';
import type { Status, StatusFlag } from '@/lib/core/papers/status';
import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { type JournalRow, userDb } from '../user-database';

/** Sets a state of a paper, with what is needed to show it when the feed has lost the paper. */
export async function writeFlag(
  paper: Pick<Paper, 'id' | 'title'>,
  link: string | undefined,
  flag: StatusFlag,
  value: boolean,
  at: number,
): Promise<void> {
  await userDb.transaction('rw', userDb.statuses, userDb.journal, async () => {
    const before = await userDb.statuses.get(paper.id);
    if ((before?.[flag]?.value ?? false) === value) return;
    const after: Status = {
      ...before,
      paperId: paper.id,
      title: paper.title,
      [flag]: { value, at },
      ...(link ? { link } : {}),
    };
    await userDb.statuses.put(after);
    await journal({ at, action: `status:${flag}`, table: 'statuses', key: paper.id, before, after });
  });
}

/**
 * Reads all topics (deleted ones too), lets `plan` name the rows to write, and journals each: one transaction, so
 * that two pages that reorder at once cannot leave two topics in one place.
 */
export async function changeTopics(action: string, at: number, plan: (topics: Topic[]) => Topic[]): Promise<Topic[]> {
  return userDb.transaction('rw', userDb.topics, userDb.journal, async () => {
    const topics = await userDb.topics.toArray();
    const before = new Map<TopicId, Topic>(topics.map((topic) => [topic.id, topic]));
    const changed = plan(topics);
    await userDb.topics.bulkPut(changed);
    for (const after of changed) {
      await journal({
        at,
        action: `topic:${action}`,
        table: 'topics',
        key: after.id,
        before: before.get(after.id),
        after,
      });
    }
    return changed;
  });
}

/** Stores one setting. */
export async function writeSetting<K extends SettingKey>(key: K, value: Settings[K], at: number): Promise<void> {
  await userDb.transaction('rw', userDb.settings, userDb.journal, async () => {
    const before = await userDb.settings.get(key);
    const after = { key, value };
    await userDb.settings.put(after);
    await journal({ at, action: 'setting', table: 'settings', key, before, after });
  });
}

/** Enough to undo long after; older rows go, so that ten years of clicks stay small. */
const JOURNAL_ROWS = 2_000;

async function journal(row: JournalRow): Promise<void> {
  const seq = await userDb.journal.add(row);
  if (seq % 100 === 0)
    await userDb.journal
      .where('seq')
      .below(seq - JOURNAL_ROWS)
      .delete();
}
