import { feedDb } from '../feed-database';
import { FEED_DATABASE, isNewer, USER_DATABASE } from '../names';
import { userDb } from '../user-database';

export { onOutdated } from '../guard-version';

/** True where a newer version of the extension has been here: the databases can be read, and nothing written. */
export async function readIsNewer(): Promise<boolean> {
  await Promise.all([feedDb.open(), userDb.open()]);
  return isNewer(feedDb.backendDB(), FEED_DATABASE) || isNewer(userDb.backendDB(), USER_DATABASE);
}
