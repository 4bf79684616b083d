import { useEffect, useState } from 'preact/hooks';
import { toDetail } from '@/lib/ui/start';

/**
 * Why the second copy can't be brought up to date, in the browser's words. Tried when the page is opened and whenever
 * `notes`, the number of notes of what it lacks, has changed: `undefined` where they were not counted yet.
 */
export function useCopyTrouble(notes: number | undefined): string | undefined {
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    if (notes === undefined) return;
    import('@/lib/app/second-copy')
      .then(({ writeCopy }) => writeCopy())
      .then(
        () => setTrouble(undefined),
        (error: unknown) => setTrouble(toDetail(error)),
      );
  }, [notes]);
  return trouble;
}
