import { options } from 'preact';

/** A page that is never shown never paints; its effects run all the same. */
const NEVER_PAINTED_MS = 300;

/**
 * Lets the effects of the first render wait until its frame is on the screen. Preact runs them once the frame is
 * handed over, while the browser still draws it: live reads, counts and the code of the use cases would compete with it.
 */
export function holdEffectsUntilPainted(): void {
  const painted = whenPainted().then(() => {
    delete options.requestAnimationFrame;
  });
  options.requestAnimationFrame = (run) => void painted.then(run);
}

/** Resolves when something of the page can be seen. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, NEVER_PAINTED_MS);
    new PerformanceObserver((_list, observer) => {
      if (performance.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
}
