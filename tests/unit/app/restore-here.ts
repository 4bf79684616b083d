import { BrokenOffError } from '@/lib/app/broken-off';
import { restoreBackup as restore } from '@/lib/app/restore';
import { writeBackup } from '@/lib/app/restore-work';
import type { Backup } from '@/lib/core/backup/backup';

/** Restores a backup that was read already, in this thread. */
export function restoreBackup(backup: Backup, wants = { papers: true }) {
  return restore({ restore: (action, wants) => writeBackup(backup, action, wants) }, wants);
}

/** Restores it as a thread that has ended behind its last write. */
export function breakOffBehind(backup: Backup) {
  return restore({
    restore: async (action, wants) => {
      await writeBackup(backup, action, wants);
      throw new BrokenOffError();
    },
  });
}
