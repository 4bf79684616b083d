import type { Backup } from '@/lib/core/backup/backup';
import type { RestoreOffer } from '@/lib/core/backup/describe-restore';
import type { Action } from '@/lib/db/writes/journal';
import { offerRestore, type RestoreWants, type WrittenBackup, writeBackup } from './restore-work';

/** Reads one file, keeps what is in it, and restores that. */
export interface Restorer {
  /** What restoring the file would do, or why it can't be; `undefined` where it was closed meanwhile. Never rejects. */
  offer(file: Blob): Promise<RestoreOffer | undefined>;
  /** Restores what was offered, as `action`. @throws Error in words for the user when it could not be stored */
  restore(action: Action, wants: RestoreWants): Promise<WrittenBackup>;
  /** Ends whatever it is at. */
  close(): void;
}

/** In this thread, which is held meanwhile. */
export function openRestorer(): Restorer {
  let backup: Backup | undefined;
  let isClosed = false;
  return {
    async offer(file) {
      const read = await offerRestore(file);
      if (isClosed) return undefined;
      backup = read.backup;
      return read.offer;
    },
    async restore(action, wants) {
      if (!backup) throw new Error('there is no backup to restore');
      return writeBackup(backup, action, wants);
    },
    close: () => {
      isClosed = true;
      // Whoever keeps this must not keep a hundred megabytes.
      backup = undefined;
    },
  };
}
