import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LastChange } from '@/components/options/LastChange';
import { undoLast } from '@/lib/app/undo';
import type { UndoScope } from '@/lib/core/journal/journal';
import { useLastAction } from '@/lib/ui/use-last-action';
import { useOneAtATime } from './use-one-at-a-time';

export interface UndoLineProps {
  scope: Exclude<UndoScope, 'popup' | 'all'>;
  /** Nothing of what was done since this stands here: that has its way back where it was done. */
  isOlder?: boolean;
  /** Stores first what the page has not stored yet. */
  before?(): Promise<unknown>;
}

/** Takes back what was changed last, step by step: in this page, another one, or long ago. */
export function UndoLine({ scope, isOlder = false, before }: UndoLineProps): JSX.Element {
  const [since] = useState(Date.now);
  const newest = useLastAction(scope);
  const last = newest && isOlder && newest.at >= since ? undefined : newest;
  /** Until something new is done: then it is about an older thing than the line below it. */
  const [said, setSaid] = useState({ words: '', at: 0 });
  const { busy, begin } = useOneAtATime();
  const undo = async () => {
    await before?.();
    // Asked for now: what was stored just above may be the newest.
    const undone = await undoLast(scope);
    if (undone) setSaid({ words: undone.words, at: Date.now() });
  };
  return (
    <LastChange
      words={last?.words}
      said={last && last.at > said.at ? '' : said.words}
      busy={busy}
      onUndo={() => last && begin(undo)}
    />
  );
}
