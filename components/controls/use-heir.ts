import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a control that goes with its own success: the element that the returned ref stands on gets the focus it had, once
 * `isThere` has become false. Without it keyboard and screen reader would begin again at the top of the page. The
 * element needs `tabIndex={-1}`.
 */
export function useHeir<T extends HTMLElement>(isThere: boolean): RefObject<T | null> {
  const heir = useRef<T>(null);
  const wasThere = useRef(isThere);
  useLayoutEffect(() => {
    // Focus that stands anywhere else was not the control's.
    if (wasThere.current && !isThere && document.activeElement === document.body) heir.current?.focus();
    wasThere.current = isThere;
  }, [isThere]);
  return heir;
}
