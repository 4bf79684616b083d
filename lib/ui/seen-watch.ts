import type { PaperId } from '@/lib/core/papers/paper';

/** A card counts as seen after it was in sight for this long. */
const SEEN_AFTER_MS = 1_000;
/** Cards seen within this time are written together: one transaction, one new count for the badge. */
const BATCH_MS = 200;
/** Steps fine enough to notice the half of a card, or half a window of a card taller than it. */
const THRESHOLDS = Array.from({ length: 21 }, (_, i) => i / 20);

export interface SeenWatch {
  /** The card's element, or `null` when it left the page. */
  setElement(id: PaperId, element: Element | null): void;
  /** The page went out of sight, or came back: nothing is seen while it is hidden. */
  setVisible(visible: boolean): void;
  /** Hands over what waits for its batch, and ends. */
  close(): void;
}

/**
 * Watches which cards inside `root` are at least half in sight (or, taller than the window, fill half of it) for a
 * second, and hands their ids to `onSeen`, each once.
 */
export function createSeenWatch(root: Element | null, onSeen: (ids: PaperId[]) => void): SeenWatch {
  const ids = new Map<Element, PaperId>();
  const elements = new Map<PaperId, Element>();
  const inSight = new Set<PaperId>();
  const timers = new Map<PaperId, ReturnType<typeof setTimeout>>();
  const told = new Set<PaperId>();
  let waiting: PaperId[] = [];
  let batch: ReturnType<typeof setTimeout> | undefined;
  let visible = document.visibilityState === 'visible';

  const flush = () => {
    clearTimeout(batch);
    batch = undefined;
    const seen = waiting;
    waiting = [];
    if (seen.length > 0) onSeen(seen);
  };
  const begin = (id: PaperId) => {
    if (!visible || told.has(id) || timers.has(id)) return;
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        told.add(id);
        waiting.push(id);
        batch ??= setTimeout(flush, BATCH_MS);
      }, SEEN_AFTER_MS),
    );
  };
  const end = (id: PaperId) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const id = ids.get(entry.target);
        if (id === undefined) continue;
        if (isHalfInSight(entry)) {
          inSight.add(id);
          begin(id);
        } else {
          inSight.delete(id);
          end(id);
        }
      }
    },
    { root, threshold: THRESHOLDS },
  );

  const forget = (id: PaperId) => {
    const element = elements.get(id);
    if (!element) return;
    observer.unobserve(element);
    elements.delete(id);
    ids.delete(element);
    inSight.delete(id);
    end(id);
  };

  return {
    setElement(id, element) {
      if (elements.get(id) === element) return;
      forget(id);
      if (!element) return;
      elements.set(id, element);
      ids.set(element, id);
      observer.observe(element);
    },
    setVisible(now) {
      visible = now;
      for (const id of inSight) (now ? begin : end)(id);
    },
    close() {
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      flush();
    },
  };
}

function isHalfInSight({
  isIntersecting,
  intersectionRect,
  boundingClientRect,
  rootBounds,
}: IntersectionObserverEntry): boolean {
  if (!isIntersecting) return false;
  const shown = intersectionRect.height;
  return shown >= boundingClientRect.height / 2 || (rootBounds !== null && shown >= rootBounds.height / 2);
}
