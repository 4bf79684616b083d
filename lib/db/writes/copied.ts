import type { OutboxRow } from '@/lib/core/copy/outbox';
import { mayLack } from '@/lib/core/copy/plan-check';
import { planMerge } from '@/lib/core/copy/plan-merge';
import type { UserRows } from '@/lib/core/copy/shards';
import { readCopied } from '../queries/copied';
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

/**
 * A database in the place of one that is gone gets a copy of its own from here on, though something stands where that is to
 * be: as if the database had been copied before anything was made. Inside the caller's transaction or in one of its own.
 */
export async function beginGenerations(): Promise<void> {
  const { outbox } = userDb;
  await userDb.transaction('rw', outbox, async () => {
    if (!(await outbox.get('written'))) await outbox.put({ key: 'written', change: '0' });
  });
}

/** Nothing is left in the copy of what the user deleted, nor a generation. */
export async function ackDeleted(): Promise<void> {
  await userDb.outbox.bulkDelete(['deleted', 'written']);
}

/**
 * Takes from the copy of `generation` what it knows better. What the database says of its copy is read in the same
 * transaction: a page that undoes or deletes something meanwhile would find it back. Returns the rows it wrote;
 * `undefined` where nothing can be missing, or the user deleted everything.
 */
export async function mergeCopied(copy: UserRows, generation: number): Promise<UserRows | undefined> {
  const { statuses, topics, settings, outbox } = userDb;
  return userDb.transaction('rw', statuses, topics, settings, outbox, async () => {
    const { all, isDeleted, written, stale } = await readCopied();
    if (isDeleted || !mayLack(written, generation)) return undefined;
    // A database that was never copied is new: nothing can have been taken back of what the copy has.
    const merged = planMerge(all, copy, new Set(written === undefined ? [] : stale.map(({ key }) => key)));
    await statuses.bulkPut(merged.statuses);
    await topics.bulkPut(merged.topics);
    await settings.bulkPut(merged.settings);
    return merged;
  });
}
