import { useRef, useState } from 'preact/hooks';
import type { RestoreOffer } from '@/components/options/RestoreDialog';
import type { Done } from '@/lib/app/mark';
import { BACKUP_BYTES_LIMIT, type Backup } from '@/lib/core/backup/backup';

interface Chosen {
  /** Of this choice; another file is another dialog. */
  turn: number;
  fileName: string;
  offer: RestoreOffer;
  backup?: Backup;
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

  const choose = async (file: File) => {
    newest.current += 1;
    const turn = newest.current;
    onChosen();
    setDone(undefined);
    setReading(true);
    try {
      const read = await readFile(file);
      // A large file that was chosen before a small one is read after it.
      if (turn === newest.current) setChosen({ turn, fileName: file.name, ...read });
    } finally {
      if (turn === newest.current) setReading(false);
    }
  };
  const restore = async (wants: { papers: boolean }) => {
    if (!chosen?.backup || busy) return;
    setBusy(true);
    try {
      const { restoreBackup } = await import('@/lib/app/restore');
      setDone(await restoreBackup(chosen.backup, wants));
    } finally {
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
    close: () => setChosen(undefined),
    forget: () => setDone(undefined),
  };
}

type Read = Omit<Chosen, 'turn' | 'fileName'>;

async function readFile(file: File): Promise<Read> {
  const refuse = (problem: string): Read => ({ offer: { ok: false, problem } });
  // A film is not read into memory to find out that it is none.
  if (file.size > BACKUP_BYTES_LIMIT) return refuse('The file is too large to be a backup (over 100 MB).');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse('The browser could not read the file.');
  }
  const { previewRestore, readBackup } = await import('@/lib/app/restore');
  const result = await readBackup(bytes);
  if (!result.ok) return refuse(result.problem);
  const { made, app } = result.backup;
  return { backup: result.backup, offer: { ok: true, made, app, description: await previewRestore(result.backup) } };
}
