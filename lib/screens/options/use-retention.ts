import { useRef, useState } from 'preact/hooks';
import { saveSetting } from '@/lib/app/save-setting';
import type { KeepDays } from '@/lib/core/settings/settings';
import { isShorter } from '@/lib/core/sync/retention';

/** A choice by which papers would go. */
interface Asked {
  keepDays: KeepDays;
  /** How many; absent while they are counted. */
  papers?: number;
}

export interface Retention {
  asked: Asked | undefined;
  choose(keepDays: KeepDays): Promise<void>;
  /** Leaves the setting as it was. */
  keep(): void;
  /** Stores what was asked about, and deletes. */
  remove(): Promise<void>;
}

/** How long papers stay: what deletes none is stored at once. `onSaid` hears what there is to say, or that it is over. */
export function useRetention(keepDays: KeepDays, onSaid: (words: string) => void): Retention {
  const [asked, setAsked] = useState<Asked>();
  const newest = useRef(0);

  const choose = async (days: KeepDays) => {
    newest.current += 1;
    const turn = newest.current;
    onSaid('');
    setAsked({ keepDays: days });
    try {
      if (isShorter(days, keepDays)) {
        const { countTooOld } = await import('@/lib/app/prune-by-age');
        const papers = await countTooOld(days);
        // Another value was chosen meanwhile: at each key that is pressed there is one.
        if (turn !== newest.current) return;
        if (papers > 0) return setAsked({ keepDays: days, papers });
      }
      await saveSetting('keepDays', days);
      setAsked((now) => (turn === newest.current ? undefined : now));
    } catch (error) {
      // The list shows what is stored.
      if (turn === newest.current) setAsked(undefined);
      throw error;
    }
  };
  const keep = () => setAsked(undefined);
  const remove = async () => {
    if (!asked) return;
    await saveSetting('keepDays', asked.keepDays);
    setAsked(undefined);
    const { pruneByAge } = await import('@/lib/app/prune-by-age');
    await pruneByAge(() => onSaid('The feed is being read. The older papers are deleted right after that.'));
    onSaid('');
  };
  return { asked, choose, keep, remove };
}
