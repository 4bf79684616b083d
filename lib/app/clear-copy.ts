import { clearSmallStorage } from '@/lib/browser/storage';
import { ackDeleted } from '@/lib/db/writes/copied';
import { withCopyLock } from './copy-lock';

/**
 * Deletes the second copy, with drafts and places of pages, after the user's database was emptied. In line with whoever
 * writes it: a page that read the rows before they were deleted would write them again.
 */
export async function clearCopy(): Promise<void> {
  await withCopyLock(async () => {
    await clearSmallStorage();
    await ackDeleted();
  });
}
