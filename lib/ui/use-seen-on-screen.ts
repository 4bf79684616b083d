import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/papers/paper';
import { createSeenWatch, type SeenWatch } from './seen-watch';

/**
 * Tells `onSeen` which cards were in sight for a second. Returns what each card's `ref` calls with its element.
 * `root` is the element that scrolls; `enabled` is false where only the user clears what is new.
 */
export function useSeenOnScreen(
  root: { readonly current: Element | null },
  enabled: boolean,
  onSeen: (ids: PaperId[]) => void,
): (id: PaperId, element: Element | null) => void {
  const watch = useRef<SeenWatch | undefined>(undefined);
  const known = useRef(new Map<PaperId, Element>());
  const tell = useRef(onSeen);
  tell.current = onSeen;

  useEffect(() => {
    if (!enabled) return;
    const current = createSeenWatch(root.current, (ids) => tell.current(ids));
    watch.current = current;
    for (const [id, element] of known.current) current.setElement(id, element);
    const look = () => current.setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      watch.current = undefined;
      current.close();
    };
  }, [root, enabled]);

  // One function for the life of the component: a new one at each render would take every card off and on again.
  const [register] = useState(() => (id: PaperId, element: Element | null) => {
    if (element) known.current.set(id, element);
    else known.current.delete(id);
    watch.current?.setElement(id, element);
  });
  return register;
}
