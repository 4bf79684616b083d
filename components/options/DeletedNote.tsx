import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Another page has deleted everything the user made, and this one was begun anew: an open dialog must not go without a word. */
export function DeletedNote(): JSX.Element {
  const note = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) note.current?.focus();
  }, []);
  return (
    <p role="alert" class="page-note" ref={note} tabIndex={-1}>
      Another page has deleted everything you made. What was open here was closed, and what was not saved is gone.
    </p>
  );
}
