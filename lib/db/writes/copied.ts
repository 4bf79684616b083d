import type { OutboxRow, StaleKey } from '@/lib/core/copy/outbox';
import { planMerge } from '@/lib/core/copy/plan-merge';
import type { UserRows } from '@/lib/core/copy/shards';
import { readRawRows } from '../queries/copied';
import { userDb } from '../user-database';

/** The copy of `generation` holds what these rows told of. One that was written since stays: its part changed again. */
export async function ackCopied(copied: readonly OutboxRow[], generation: number): Promise<void> {
  const { outbox } = userDb;
  await userDb.transaction('rw', outbox, async () => {
    const now = await outbox.bulkGet(copied.map(({ key }) => key));
    const done = copied.filter(({ change }, i) => now[i]?.change === change);
    await outbox.bulkDelete(done.map(({ key }) => key));
    await outbox.put({ key: 'written', change: String(generation) });
  });
}

/** Nothing is left in the copy of what the user deleted, nor a generation. */
export async function ackDeleted(): Promise<void> {
  await userDb.outbox.bulkDelete(['deleted', 'written']);
}

/** Takes from the copy what it knows better, in one transaction. Returns the rows it wrote. */
export async function mergeCopied(copy: UserRows, stale: ReadonlySet<StaleKey>): Promise<UserRows> {
  const { statuses, topics, settings } = userDb;
  return userDb.transaction('rw', statuses, topics, settings, async () => {
    const merged = planMerge(await readRawRows(), copy, stale);
    await statuses.bulkPut(merged.statuses);
    await topics.bulkPut(merged.topics);
    await settings.bulkPut(merged.settings);
    return merged;
  });
}
