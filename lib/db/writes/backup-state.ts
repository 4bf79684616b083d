import type { BackupState } from '@/lib/core/backup/backup-state';
import { feedDb } from '../feed-database';
import { readMeta } from '../queries/feed-state';
import { putMeta } from './feed';

/** Changes what is known of the backups: read and written in one transaction, since two pages can make one at once. */
export async function changeBackupState(change: (state: BackupState) => BackupState): Promise<void> {
  await feedDb.transaction('rw', feedDb.meta, async () => {
    await putMeta({ backup: change((await readMeta('backup')) ?? {}) });
  });
}
