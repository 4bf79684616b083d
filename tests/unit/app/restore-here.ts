import { restoreBackup as restore } from '@/lib/app/restore';
import { writeBackup } from '@/lib/app/restore-work';
import type { Backup } from '@/lib/core/backup/backup';

/** Restores a backup that was read already, in this thread. */
export function restoreBackup(backup: Backup, wants = { papers: true }) {
  return restore({ restore: (action, wants) => writeBackup(backup, action, wants) }, wants);
}
