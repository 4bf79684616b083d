import { clearFirstList, writeFirstList } from '@/lib/browser/first-list';
import { readStart } from '@/lib/db/queries/read-start';

/**
 * Keeps what the popup will show first where it is read at once. Called whenever the badge is counted, under its lock:
 * the popup's first frame is as true as the number on the icon, and what comes after it is read from the databases. A
 * failure, as of a database that can't be opened, leaves nothing: the popup finds out by itself, and says so.
 */
export async function keepFirstList(now: number, lost?: AbortSignal): Promise<void> {
  try {
    const text = JSON.stringify(await readStart(now));
    // The lock was taken away meanwhile: a newer list is kept already.
    if (!lost?.aborted) await writeFirstList(text);
  } catch {
    await clearFirstList().catch(() => undefined);
  }
}
