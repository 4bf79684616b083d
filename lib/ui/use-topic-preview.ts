import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewAnswer, PreviewAsk } from './preview-run';
import type { PageScanner } from './use-paper-scanner';
import { whenIdle } from './when-idle';

/** Drawing five papers takes as long as a key: one after the other, never both in one frame. */
const DRAWN_WITHIN_MS = 150;

/** The last answer there is. `isCurrent`: it answers what is asked now. */
export interface TopicPreviewState {
  answer: PreviewAnswer | undefined;
  isCurrent: boolean;
}

/**
 * What is asked for, live while it is typed; `ask` must be the same object as long as it asks the same. A new one cancels
 * the one before it; the last answer stays on show until the new one has something to say, so that the numbers do not
 * blink at each key press. There is none until the first, and while nothing is asked.
 */
export function useTopicPreview(ask: PreviewAsk | undefined, scanner: PageScanner | undefined): TopicPreviewState {
  const [last, setLast] = useState<{ ask: PreviewAsk; answer: PreviewAnswer }>();
  const hadQuery = useRef(false);

  useEffect(() => {
    if (!ask || !scanner) {
      if (hadQuery.current) setLast(undefined);
      hadQuery.current = false;
      return;
    }
    hadQuery.current = true;
    let cancel = () => {};
    const end = scanner.watch('preview', ask, (answer) => {
      cancel();
      cancel = whenIdle(() => setLast({ ask, answer }), DRAWN_WITHIN_MS);
    });
    return () => {
      end();
      cancel();
    };
  }, [ask, scanner]);

  return { answer: last?.answer, isCurrent: last !== undefined && last.ask === ask };
}
