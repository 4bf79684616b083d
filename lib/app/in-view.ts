import { holdLock, isLockHeld } from '@/lib/browser/locks';

/** A lock and no message: it ends with its page, however that ends. */
const LOCK = 'in-view';

/**
 * This page shows the papers to somebody, whenever it is visible and has the focus. Returns the function that ends it.
 * Visible alone is not enough: the popup may stand in a tab, of a window on another screen, and be forgotten there; it
 * would silence every alert for good.
 */
export function holdInView(): () => void {
  let release: (() => void) | undefined;
  const end = () => {
    release?.();
    release = undefined;
  };
  const follow = () => {
    if (document.visibilityState === 'visible' && document.hasFocus()) release ??= holdLock(LOCK);
    else end();
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

/** True while a popup is in view. */
export function isInView(): Promise<boolean> {
  return isLockHeld(LOCK);
}
