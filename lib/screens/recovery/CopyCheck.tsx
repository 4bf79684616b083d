import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CopyNote } from '@/components/feed/CopyNote';
import { clearNotice, type Notice, onNotices, readNotices, writeNotice } from '@/lib/browser/copy-notice';
import { type CopyNotice, toLostNotice, toPapersNotice, toRestoredNotice } from '@/lib/core/copy/copy-words';
import type { CheckResult } from '@/lib/core/copy/restored';
import { toDetail } from '@/lib/ui/start';
import { whenIdle } from '@/lib/ui/when-idle';

/** The check is nothing anybody waits for; but a page that is closed soon should have made it. */
const LATEST_MS = 1_000;

/**
 * Compares what is stored with its second copy once the page stands, and says what had to be restored, until the user
 * has closed that. Nothing where all is well.
 */
export function CopyCheck({ isBrief = false }: { isBrief?: boolean }): JSX.Element | null {
  const [notices, setNotices] = useState(readNotices);
  const [Recovery, setRecovery] = useState<() => JSX.Element>();
  // Before the check: what it finds comes by this, and what the copy finds that is written after a click.
  useEffect(() => onNotices(setNotices), []);
  useEffect(
    () =>
      whenIdle(() => {
        check(isBrief).then(
          (found) => {
            if (found.kind !== 'fine') writeNotice(found);
            // Only now: a page that dies in between must say it once more.
            if (found.kind === 'lost') beginAfterLoss();
          },
          async (error: unknown) => {
            console.error('the second copy was not checked', error);
            // The popup's first list is not of the databases: without this it would stand there as if all were well.
            const found = isBrief ? await findRecovery(error) : undefined;
            if (found) setRecovery(() => found);
          },
        );
      }, LATEST_MS),
    [isBrief],
  );
  const close = async (notice: Notice) => {
    if (notice.kind === 'lost') await (await import('@/lib/app/check-copy')).beginNewCopy();
    clearNotice(notice);
  };
  if (Recovery) return <Recovery />;
  if (notices.length === 0) return null;
  return (
    <>
      {notices.map((notice) => (
        <CopyNote key={notice.kind} notice={toWords(notice)} onClose={() => void close(notice)} />
      ))}
    </>
  );
}

function toWords(notice: Notice): CopyNotice {
  if (notice.kind === 'papers') return toPapersNotice();
  return notice.kind === 'lost' ? toLostNotice() : toRestoredNotice(notice.restored, Date.now());
}

function beginAfterLoss(): void {
  import('@/lib/app/check-copy')
    .then((app) => app.beginAfterLoss())
    .catch((error: unknown) => console.error('no new copy was begun', error));
}

/** What can be done where a database can't be read; nothing where they can, and only the copy's storage refused. */
async function findRecovery(error: unknown): Promise<(() => JSX.Element) | undefined> {
  const { diagnose } = await import('@/lib/app/recover');
  if ((await diagnose(error)).kind === 'fine') return undefined;
  const { RecoveryScreen } = await import('./RecoveryScreen');
  return () => <RecoveryScreen detail={toDetail(error)} />;
}

async function check(isBrief: boolean): Promise<CheckResult> {
  return (await import('@/lib/app/check-copy')).checkCopy({ isBrief });
}
