import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RestoreFailure } from '@/components/options/RestoreDialog';
import { BrokenOffError } from '@/lib/app/broken-off';
import type { Done } from '@/lib/app/mark';
import { PapersStayError } from '@/lib/app/restore-errors';
import type { Restorer } from '@/lib/app/restorer';
import type { RestoreOffer } from '@/lib/core/backup/describe-restore';
import { type LeftByFailure, toNotRestoredWords } from '@/lib/core/backup/restored-words';
import { toDetail } from '@/lib/ui/start';
import { ToldError } from './attempt';

interface Chosen {
  /** Of this choice; another file is another dialog. */
  turn: number;
  fileName: string;
  offer: RestoreOffer;
  restorer: Restorer;
}

export interface Restore {
  chosen: Chosen | undefined;
  busy: boolean;
  /** Why the chosen one could not be restored. */
  failure: RestoreFailure | undefined;
  /** A file is being read: one with many papers takes seconds. */
  reading: boolean;
  /** What was restored, to be taken back. */
  done: Done | undefined;
  choose(file: File): Promise<void>;
  restore(wants: { papers: boolean }): Promise<void>;
  /** Without restoring. */
  close(): void;
  forget(): void;
}

/** A backup from the choice of a file to its undo. `onChosen` hears that something new has begun. */
export function useRestore(onChosen: () => void): Restore {
  const [chosen, setChosen] = useState<Chosen>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RestoreFailure>();
  const [reading, setReading] = useState(false);
  const [done, setDone] = useState<Done>();
  const newest = useRef(0);
  // Each is a thread with what it has read: one that nobody needs any more is ended, and one that writes is not.
  const idle = useRef(new Set<Restorer>());
  const endIdle = useCallback(() => {
    for (const restorer of idle.current) restorer.close();
    idle.current.clear();
  }, []);
  /** The choice whose dialog is open, for what ends after it was closed. */
  const shown = useRef<number | undefined>(undefined);
  shown.current = chosen?.turn;
  // Not one that ends after the paint: what fails until then would be told to a dialog that has gone.
  useLayoutEffect(
    () => () => {
      // A thread whose code is loaded still is not begun for nobody.
      newest.current += 1;
      shown.current = undefined;
      endIdle();
    },
    [endIdle],
  );

  const choose = async (file: File) => {
    newest.current += 1;
    const turn = newest.current;
    onChosen();
    setDone(undefined);
    setFailure(undefined);
    setReading(true);
    try {
      const { openThreadedRestorer } = await import('@/lib/app/restorer-thread');
      if (turn !== newest.current) return;
      endIdle();
      const restorer = openThreadedRestorer();
      idle.current.add(restorer);
      const offer = await restorer.offer(file);
      // A large file that was chosen before a small one is read no further.
      if (offer && turn === newest.current) setChosen({ turn, fileName: file.name, offer, restorer });
    } finally {
      if (turn === newest.current) setReading(false);
    }
  };
  const restore = async (wants: { papers: boolean }) => {
    if (!chosen?.offer.ok || busy) return;
    const { turn, restorer } = chosen;
    setBusy(true);
    setFailure(undefined);
    idle.current.delete(restorer);
    try {
      const { restoreBackup } = await import('@/lib/app/restore');
      setDone(await restoreBackup(restorer, wants));
      setChosen((now) => (now?.turn === turn ? undefined : now));
      restorer.close();
    } catch (error) {
      const left = toLeft(error);
      const words = toNotRestoredWords(toDetail(error), left);
      if (shown.current === turn) {
        setFailure({ words, canRetry: left !== 'unknown' });
        // It has what it read, for another try.
        idle.current.add(restorer);
      } else {
        restorer.close();
        throw new ToldError(words);
      }
    } finally {
      setBusy(false);
    }
  };
  return {
    chosen,
    busy,
    failure,
    reading,
    done,
    choose,
    restore,
    close: () => {
      endIdle();
      setFailure(undefined);
      setChosen(undefined);
    },
    forget: () => setDone(undefined),
  };
}

function toLeft(error: unknown): LeftByFailure {
  if (error instanceof BrokenOffError) return 'unknown';
  return error instanceof PapersStayError ? 'papers' : 'nothing';
}
