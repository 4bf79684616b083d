import { holdLock, isLockHeld, withLock } from '@/lib/browser/locks';

/** A lock and no message: it ends with its page, however that ends. */
const LOCK = 'in-view';

/**
 * This page shows the papers to somebody, whenever it is visible and has the focus; `onLeave` hears when it no
 * longer does, while it stays open. Returns the function that ends it.
 * Visible alone is not enough: the popup may stand in a tab, of a window on another screen, and be forgotten there; it
 * would silence every alert for good.
 */
export function holdInView(onLeave: () => void): () => void {
  let release: (() => void) | undefined;
  const end = () => {
    release?.();
    release = undefined;
  };
  const follow = () => {
    if (document.visibilityState === 'visible' && document.hasFocus()) release ??= holdLock(LOCK);
    else if (release) {
      end();
      onLeave();
    }
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('focus', follow);
  window.addEventListener('blur', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('focus', follow);
    window.removeEventListener('blur', follow);
    end();
  };
}

/** Resolves when no popup is in view any more; rejects with a `TimeoutError` where one stays. */
export async function untilOutOfView(): Promise<void> {
  await withLock(LOCK, 'wait', async () => undefined);
}

/** True while a popup is in view. */
export function isInView(): Promise<boolean> {
  return isLockHeld(LOCK);
}
