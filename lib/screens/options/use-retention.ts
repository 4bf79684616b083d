import { useEffect, useRef, useState } from 'preact/hooks';
import { saveSetting } from '@/lib/app/save-setting';
import type { KeepDays } from '@/lib/core/settings/settings';
import { isShorter } from '@/lib/core/sync/retention';
import { toUncountedWords, toUndeletedWords } from '@/lib/core/sync/retention-words';
import { toDetail } from '@/lib/ui/start';

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
  const answered = useRef<Asked>(undefined);
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
  /** Returns how it went. What fails here leaves the choice stored, and may leave a part deleted. */
  const prune = async (say: (words: string) => void) => {
    try {
      const { pruneByAge } = await import('@/lib/app/prune-by-age');
      await pruneByAge(() => say('The feed is being read. The older papers are deleted right after that.'));
      return 'The older papers were deleted.';
    } catch (error) {
      return toUndeletedWords(toDetail(error));
    }
  };
  const remove = async () => {
    // Both clicks of a double click can come before the page is drawn again; another question may be answered meanwhile.
    if (!asked || answered.current === asked) return;
    answered.current = asked;
    const isNewest = beginTurn();
    const say = (words: string) => isNewest() && onSaid(words);
    setAsked({ ...asked, isGoing: true });
    say('Deleting…');
    try {
      await saveSetting('keepDays', asked.keepDays);
      say(await prune(say));
    } catch (error) {
      say('');
      throw error;
    } finally {
      if (isNewest()) setAsked(undefined);
    }
  };

  const recount = async ({ keepDays: days }: Asked) => {
    const isNewest = beginTurn();
    let words = 'This was changed elsewhere meanwhile.';
    const papers = await count(days).catch((error: unknown) => {
      words = toUncountedWords(toDetail(error));
      return 0;
    });
    if (!isNewest()) return;
    setAsked(papers > 0 ? { keepDays: days, papers } : undefined);
    if (papers === 0) onSaid(words);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is asked anew where what it is about has changed
  useEffect(() => {
    // What is being counted or deleted already goes by what is stored now.
    if (asked?.papers !== undefined && !asked.isGoing) void recount(asked);
  }, [keepDays, prunedAt]);

  return { asked, choose, keep, remove };
}
