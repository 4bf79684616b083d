import { useEffect, useRef, useState } from 'preact/hooks';
import { saveSetting } from '@/lib/app/save-setting';
import type { KeepDays } from '@/lib/core/settings/settings';
import { isShorter } from '@/lib/core/sync/retention';

/** A choice by which papers would go. */
interface Asked {
  keepDays: KeepDays;
  /** How many; absent while they are counted. */
  papers?: number;
  /** The user has said yes. */
  isGoing?: true;
}

export interface Retention {
  asked: Asked | undefined;
  choose(keepDays: KeepDays): Promise<void>;
  /** Leaves the setting as it was. */
  keep(): void;
  /** Stores what was asked about, and deletes. */
  remove(): Promise<void>;
}

/** What a question is about, as it is stored. */
interface Stored {
  keepDays: KeepDays;
  /** When papers were deleted last. */
  prunedAt: number | undefined;
}

/** How long papers stay: what deletes none is stored at once. `onSaid` hears what there is to say, or that it is over. */
export function useRetention({ keepDays, prunedAt }: Stored, onSaid: (words: string) => void): Retention {
  const [asked, setAsked] = useState<Asked>();
  const newest = useRef(0);
  const stored = useRef(keepDays);
  stored.current = keepDays;

  /** What it is over for once another value was chosen: at each key that is pressed there is one. */
  const beginTurn = () => {
    newest.current += 1;
    const turn = newest.current;
    return () => turn === newest.current;
  };
  const count = async (days: KeepDays) => {
    const { countTooOld } = await import('@/lib/app/prune-by-age');
    const papers = await countTooOld(days);
    return isShorter(days, stored.current) ? papers : 0;
  };

  const choose = async (days: KeepDays) => {
    const isNewest = beginTurn();
    onSaid('');
    setAsked({ keepDays: days });
    try {
      if (isShorter(days, keepDays)) {
        const papers = await count(days);
        if (!isNewest()) return;
        if (papers > 0) return setAsked({ keepDays: days, papers });
      }
      await saveSetting('keepDays', days);
      setAsked((now) => (isNewest() ? undefined : now));
    } catch (error) {
      // The list shows what is stored.
      if (isNewest()) setAsked(undefined);
      throw error;
    }
  };
  const keep = () => {
    beginTurn();
    setAsked(undefined);
  };
  const remove = async () => {
    if (!asked) return;
    const isNewest = beginTurn();
    const say = (words: string) => isNewest() && onSaid(words);
    setAsked({ ...asked, isGoing: true });
    say('Deleting…');
    try {
      await saveSetting('keepDays', asked.keepDays);
      const { pruneByAge } = await import('@/lib/app/prune-by-age');
      await pruneByAge(() => say('The feed is being read. The older papers are deleted right after that.'));
      say('The older papers were deleted.');
    } catch (error) {
      say('');
      throw error;
    } finally {
      if (isNewest()) setAsked(undefined);
    }
  };

  const recount = async ({ keepDays: days }: Asked) => {
    const isNewest = beginTurn();
    const papers = await count(days).catch(() => 0);
    if (!isNewest()) return;
    setAsked(papers > 0 ? { keepDays: days, papers } : undefined);
    if (papers === 0) onSaid('This was changed elsewhere meanwhile.');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is asked anew where what it is about has changed
  useEffect(() => {
    // What is being counted or deleted already goes by what is stored now.
    if (asked?.papers !== undefined && !asked.isGoing) void recount(asked);
  }, [keepDays, prunedAt]);

  return { asked, choose, keep, remove };
}
