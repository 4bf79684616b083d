import { holdLock, isLockHeld } from '@/lib/browser/locks';

/** A lock and no message: it ends with its page, however that ends. */
const LOCK = 'in-view';

/** This page shows the papers, whenever it is visible. Returns the function that ends it. */
export function holdInView(): () => void {
  let release: (() => void) | undefined;
  const follow = () => {
    release?.();
    release = document.visibilityState === 'visible' ? holdLock(LOCK) : undefined;
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    release?.();
  };
}

/** True while a popup is in view. */
export function isInView(): Promise<boolean> {
  return isLockHeld(LOCK);
}
