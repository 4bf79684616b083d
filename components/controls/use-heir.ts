import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a control that goes with its own success: the element that the returned ref stands on gets the focus it had, once
 * `isThere` has become false. Without it keyboard and screen reader would begin again at the top of the page.
 */
export function useHeir<T extends HTMLElement>(isThere: boolean): RefObject<T | null> {
  const heir = useRef<T>(null);
  const wasThere = useRef(isThere);
  // Asked while the control still stands: once it is gone nothing tells its focus from that of a page nobody has
  // touched, and a recovery by itself would pull the reader here.
  const focused = wasThere.current && !isThere ? document.activeElement : null;
  useLayoutEffect(() => {
    wasThere.current = isThere;
    if (heir.current && focused && !focused.isConnected) inherit(heir.current);
  });
  return heir;
}

/** The element can have the focus only while it has it: a click on its text is no way to it. */
function inherit(element: HTMLElement): void {
  const letGo = () => {
    // The window has lost the focus, not the element.
    if (document.activeElement === element) return;
    element.removeEventListener('blur', letGo);
    element.removeAttribute('tabindex');
  };
  element.tabIndex = -1;
  // The eye is where the control was pressed.
  element.focus({ preventScroll: true });
  element.addEventListener('blur', letGo);
}
