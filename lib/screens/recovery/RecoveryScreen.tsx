import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { RecoveryNote } from '@/components/feed/RecoveryNote';
import { beginAnew, diagnose, fetchAnew, restoreUser } from '@/lib/app/recover';
import { writeNotice } from '@/lib/browser/copy-notice';
import { type Diagnosis, type Remedy, toRecoveryWords } from '@/lib/core/copy/recovery';
import { toStorageReason } from '@/lib/core/sync/storage-reasons';
import { toDetail } from '@/lib/ui/start';
import { takeOnce } from './once';

/**
 * In the place of a page that could not read its databases: finds out why, mends by itself what costs nobody anything,
 * once, and asks before anything else. `detail`: what the page was told.
 */
export function RecoveryScreen({ detail }: { detail: string }): JSX.Element {
  const [found, setFound] = useState<Diagnosis>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const act = async (remedy: Remedy) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await REMEDIES[remedy]();
      location.reload();
    } catch (error) {
      setBusy(false);
      setProblem(`That did not work (${toDetail(error)}). You can try again; restarting the browser may help.`);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; the page is loaded anew afterwards
  useEffect(() => {
    diagnose().then(
      (diagnosis) => {
        setFound(diagnosis);
        // Once: a page that mends itself at every load would do so for ever.
        if (diagnosis.kind === 'fine' && takeOnce('reload')) location.reload();
        if (diagnosis.kind === 'feed' && takeOnce('rebuild')) void act('rebuild');
      },
      (error: unknown) => setFound({ kind: 'refused', detail: toDetail(error), holds: undefined }),
    );
  }, []);

  if (!found)
    return <EmptyNote reason={{ title: 'Looking at what is stored', loading: true }} onAct={() => undefined} />;
  if (found.kind === 'fine')
    return <EmptyNote isAlert reason={toStorageReason(detail)} onAct={() => location.reload()} />;
  return (
    <RecoveryNote
      words={toRecoveryWords(found, Date.now())}
      busy={busy}
      problem={problem}
      onRemedy={(remedy) => void act(remedy)}
    />
  );
}

const REMEDIES: Readonly<Record<Remedy, () => Promise<void>>> = {
  reload: async () => undefined,
  rebuild: async () => {
    if (await fetchAnew()) writeNotice({ kind: 'papers' });
  },
  'begin-anew': beginAnew,
  restore: async () => {
    const restored = await restoreUser();
    if (restored) writeNotice({ kind: 'restored', restored });
  },
};
