import { vi } from 'vitest';

/** A light DOM has no layout: what is in sight is said by the test. */
class FakeIntersectionObserver {
  static all = new Set<FakeIntersectionObserver>();
  readonly targets = new Set<Element>();

  constructor(readonly tell: (entries: IntersectionObserverEntry[]) => void) {
    FakeIntersectionObserver.all.add(this);
  }

  observe(target: Element): void {
    this.targets.add(target);
  }

  unobserve(target: Element): void {
    this.targets.delete(target);
  }

  disconnect(): void {
    this.targets.clear();
    FakeIntersectionObserver.all.delete(this);
  }
}

export function installObservers(): void {
  FakeIntersectionObserver.all.clear();
  vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver);
}

/** `shown` of `height` px of the element are in sight, in a window of `windowHeight` px. */
export function showElement(target: Element, shown: number, height = 100, windowHeight = 400): void {
  for (const observer of FakeIntersectionObserver.all) {
    if (!observer.targets.has(target)) continue;
    const rect = (value: number) => ({ height: value }) as DOMRectReadOnly;
    observer.tell([
      {
        target,
        isIntersecting: shown > 0,
        intersectionRatio: shown / height,
        intersectionRect: rect(shown),
        boundingClientRect: rect(height),
        rootBounds: rect(windowHeight),
        time: 0,
      },
    ]);
  }
}
