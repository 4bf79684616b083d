import { userDb } from '../user-database';

/** True where the second copy is behind in anything. Two rows may tell of the copy itself: looked at are three keys. */
export async function readIsBehind(): Promise<boolean> {
  const keys = await userDb.outbox.limit(3).primaryKeys();
  return keys.some((key) => key !== 'written' && key !== 'deleted');
}
