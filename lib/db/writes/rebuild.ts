import type { Dexie } from 'dexie';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** A new, empty database in the place of a damaged one that holds what can be fetched again. */
export function rebuildFeed(): Promise<void> {
  return rebuild(feedDb);
}

/** A new, empty database of the user's: only after they said so, or to be filled from the second copy at once. */
export function rebuildUser(): Promise<void> {
  return rebuild(userDb);
}

async function rebuild(db: Dexie): Promise<void> {
  await db.delete();
  await db.open();
}
