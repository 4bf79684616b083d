import { useRef, useState } from 'preact/hooks';
import { attempt } from './attempt';

export interface OneAtATime {
  /** It is at work. */
  busy: boolean;
  /** Attempts it, unless the one before is still at work. */
  begin(work: () => Promise<unknown>): void;
}

/** For a button whose second click means the same as its first: of an undo it would take back what nobody meant. */
export function useOneAtATime(): OneAtATime {
  const [busy, setBusy] = useState(false);
  // Not the state: both clicks of a double click can come before the page is drawn again.
  const isAtWork = useRef(false);
  return {
    busy,
    begin(work) {
      if (isAtWork.current) return;
      isAtWork.current = true;
      setBusy(true);
      attempt(
        work().finally(() => {
          isAtWork.current = false;
          setBusy(false);
        }),
      );
    },
  };
}
