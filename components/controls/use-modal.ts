import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a native dialog: open over the page from its first moment on, and the focus goes back where it came from. A long one
 * has a heading that takes the focus (`tabIndex={-1}`): on its first button, which may stand at its end, it would open
 * there, and Enter would do what was not read.
 */
export function useModal(): { current: HTMLDialogElement | null } {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (!dialog?.open) dialog?.showModal?.();
    dialog?.querySelector<HTMLElement>('h2[tabindex="-1"]')?.focus();
    return () => {
      dialog?.close?.();
      // The browser gives the focus back only to where it was; a closed dialog that is gone at once forgets it.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return box;
}
