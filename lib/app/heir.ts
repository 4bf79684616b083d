import { openPagePort } from '@/lib/browser/page-port';

let hasHeir = false;

/**
 * Has the background write what this page leaves when it ends. Asked for when the first action begins: its page may end
 * right behind the commit. Not before: a page in which nothing is done wakes nobody. A worker that falls asleep, with the
 * copy long written, is woken by the next action only.
 */
export function haveHeir(): void {
  if (hasHeir) return;
  hasHeir = true;
  try {
    openPagePort(() => {
      hasHeir = false;
    });
  } catch {
    // The extension was updated under this page: no background of its version is left.
  }
}
