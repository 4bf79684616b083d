import { useState } from 'preact/hooks';

/** A count that may fail. */
interface Count {
  failure: unknown;
  retry(): void;
}

/** What two counts of one page that mostly fail together show of it. */
export interface OneAlert {
  /** For the alert: has both counted anew. */
  retry(): void;
  /** The alert of `main` stands for both: `aside` says only that it is not counted. */
  isTold: boolean;
}

/** One alert where both counts of a page fail: two with the same words and the same button would be read as two things. */
export function useOneAlert(main: Count, aside: Count): OneAlert {
  // Until that failure is gone or another has come: the alert would jump to `aside` for a moment, and be spoken there.
  const [retried, setRetried] = useState<unknown>();
  return {
    retry: () => {
      main.retry();
      if (aside.failure === undefined) return;
      setRetried(aside.failure);
      aside.retry();
    },
    isTold: aside.failure !== undefined && (main.failure !== undefined || aside.failure === retried),
  };
}
