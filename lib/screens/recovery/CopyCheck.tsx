import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CopyNote } from '@/components/feed/CopyNote';
import type { CheckResult } from '@/lib/app/check-copy';
import { toLostNotice, toRestoredNotice } from '@/lib/core/copy/copy-words';
import { whenIdle } from '@/lib/ui/when-idle';
import { readNotice, writeNotice } from './copy-notice';

/** The check is nothing anybody waits for; but a page that is closed soon should have made it. */
const LATEST_MS = 1_000;

/**
 * Compares what is stored with its second copy once the page stands, and says what had to be restored, until the user
 * has closed that. Nothing where all is well.
 */
export function CopyCheck({ isBrief = false }: { isBrief?: boolean }): JSX.Element | null {
  const [notice, setNotice] = useState(readNotice);
  useEffect(
    () =>
      whenIdle(() => {
        check(isBrief).then(
          (found) => {
            if (found.kind === 'fine') return;
            writeNotice(found);
            setNotice(found);
          },
          // The page says itself where the database refuses; a storage that refuses leaves the database as it is.
          (error: unknown) => console.error('the second copy was not checked', error),
        );
      }, LATEST_MS),
    [isBrief],
  );
  const close = async () => {
    if (notice?.kind === 'lost') await (await import('@/lib/app/check-copy')).beginNewCopy();
    writeNotice(undefined);
    setNotice(undefined);
  };
  if (!notice || notice.kind === 'fine') return null;
  const told = notice.kind === 'lost' ? toLostNotice() : toRestoredNotice(notice.restored, Date.now());
  return <CopyNote notice={told} onClose={() => void close()} />;
}

async function check(isBrief: boolean): Promise<CheckResult> {
  return (await import('@/lib/app/check-copy')).checkCopy({ isBrief });
}
