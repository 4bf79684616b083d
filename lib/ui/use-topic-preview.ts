import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperScanner } from './paper-scanner';
import type { PreviewAnswer, PreviewAsk } from './preview-run';

/**
 * What is asked for, live while it is typed; `ask` must be the same object as long as it asks the same. A new one cancels
 * the one before it; the last answer stays on show until the new one has something to say, so that the numbers do not
 * blink at each key press. `undefined` until the first answer, and while nothing is asked.
 */
export function useTopicPreview(
  ask: PreviewAsk | undefined,
  scanner: PaperScanner | undefined,
): PreviewAnswer | undefined {
  const [answer, setAnswer] = useState<PreviewAnswer>();
  const hadQuery = useRef(false);

  useEffect(() => {
    if (!ask || !scanner) {
      if (hadQuery.current) setAnswer(undefined);
      hadQuery.current = false;
      return;
    }
    hadQuery.current = true;
    return scanner.watch('preview', ask, setAnswer);
  }, [ask, scanner]);

  return answer;
}
