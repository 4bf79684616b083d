import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewAnswer, PreviewAsk } from './preview-run';
import type { PageScanner } from './use-paper-scanner';
import { whenIdle } from './when-idle';

/** Drawing numbers, five papers, or a key takes as long each: one after the other, never two in one frame. */
const DRAWN_WITHIN_MS = 150;
/** Behind the numbers: nobody should see those of one answer beside the papers of another. */
const LISTED_WITHIN_MS = 50;

/** The last answer there is. */
export interface TopicPreviewState {
  answer: PreviewAnswer | undefined;
  /** The answer whose papers are to be shown: the one before, until the numbers of the last are drawn. */
  listed: PreviewAnswer | undefined;
  /** The answer, with its papers, is to what is asked now. */
  isCurrent: boolean;
}

/**
 * What is asked for, live while it is typed; `ask` must be the same object as long as it asks the same. A new one cancels
 * the one before it; the last answer stays on show until the new one has something to say, so that the numbers do not
 * blink at each key press. There is none until the first, and while nothing is asked.
 */
export function useTopicPreview(ask: PreviewAsk | undefined, scanner: PageScanner | undefined): TopicPreviewState {
  const [last, setLast] = useState<{ ask: PreviewAsk; answer: PreviewAnswer }>();
  const [listed, setListed] = useState<PreviewAnswer>();
  const hadQuery = useRef(false);

  useEffect(() => {
    if (!ask || !scanner) {
      if (hadQuery.current) {
        setLast(undefined);
        setListed(undefined);
      }
      hadQuery.current = false;
      return;
    }
    hadQuery.current = true;
    let cancel = () => {};
    const end = scanner.watch('preview', ask, (answer) => {
      cancel();
      cancel = whenIdle(() => {
        setLast({ ask, answer });
        cancel = whenIdle(() => setListed(answer), LISTED_WITHIN_MS);
      }, DRAWN_WITHIN_MS);
    });
    return () => {
      end();
      cancel();
    };
  }, [ask, scanner]);

  const answer = last?.answer;
  return { answer, listed, isCurrent: last?.ask === ask && answer !== undefined && listed === answer };
}
