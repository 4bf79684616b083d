import type { BackupData } from '@/lib/core/backup/backup';
import type { CurrentRows } from '@/lib/core/backup/plan-restore';
import { toStatus } from '@/lib/core/papers/status';
import { userDb } from '../user-database';

/** Everything the user made, of one moment: cleared marks and deleted topics too. */
export async function readBackupData(): Promise<BackupData> {
  const { statuses, topics, settings } = userDb;
  return userDb.transaction('r', statuses, topics, settings, async () => ({
    statuses: (await statuses.toArray()).map(toStatus),
    topics: await topics.toArray(),
    settings: await settings.toArray(),
  }));
}

/** The rows that a backup has too; of topics all, since they are counted with those it brings. */
export async function readRowsOf(data: BackupData): Promise<CurrentRows> {
  const [statuses, topics, settings] = await Promise.all([
    userDb.statuses.bulkGet(data.statuses.map(({ paperId }) => paperId)),
    userDb.topics.toArray(),
    userDb.settings.bulkGet(data.settings.map(({ key }) => key)),
  ]);
  return {
    statuses: new Map(statuses.flatMap((row) => (row ? [[row.paperId, toStatus(row)]] : []))),
    topics: new Map(topics.map((row) => [row.id, row])),
    settings: new Map(settings.flatMap((row) => (row ? [[row.key, row]] : []))),
  };
}
