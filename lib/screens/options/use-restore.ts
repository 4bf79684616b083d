import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Done } from '@/lib/app/mark';
import type { Restorer } from '@/lib/app/restorer';
import type { RestoreOffer } from '@/lib/core/backup/describe-restore';

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
  const [reading, setReading] = useState(false);
  const [done, setDone] = useState<Done>();
  const newest = useRef(0);
  // Each is a thread with what it has read: one that nobody needs any more is ended, and one that writes is not.
  const idle = useRef(new Set<Restorer>());
  const endIdle = useCallback(() => {
    for (const restorer of idle.current) restorer.close();
    idle.current.clear();
  }, []);
  useEffect(() => endIdle, [endIdle]);

  const choose = async (file: File) => {
    newest.current += 1;
    const turn = newest.current;
    onChosen();
    setDone(undefined);
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
    const { restorer } = chosen;
    setBusy(true);
    idle.current.delete(restorer);
    try {
      const { restoreBackup } = await import('@/lib/app/restore');
      setDone(await restoreBackup(restorer, wants));
    } finally {
      restorer.close();
      setBusy(false);
      setChosen((now) => (now === chosen ? undefined : now));
    }
  };
  return {
    chosen,
    busy,
    reading,
    done,
    choose,
    restore,
    close: () => {
      endIdle();
      setChosen(undefined);
    },
    forget: () => setDone(undefined),
  };
}
