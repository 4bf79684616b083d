import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LastChange } from '@/components/options/LastChange';
import { undoGroup } from '@/lib/app/undo';
import type { ActionScope } from '@/lib/core/journal/journal';
import { useLastAction } from '@/lib/ui/use-last-action';
import { attempt } from './attempt';

export interface UndoLineProps {
  scope: ActionScope;
  /** Stores first what the page has not stored yet. */
  before?(): Promise<unknown>;
}

/** Takes back what was changed last, step by step: in this page, another one, or long ago. */
export function UndoLine({ scope, before }: UndoLineProps): JSX.Element {
  const last = useLastAction(scope);
  /** Until something new is done: then it is about an older thing than the line below it. */
  const [said, setSaid] = useState({ words: '', at: 0 });
  const undo = async (group: string) => {
    await before?.();
    const undone = await undoGroup(group);
    if (undone) setSaid({ words: undone.words, at: Date.now() });
  };
  return (
    <LastChange
      words={last?.words}
      said={last && last.at > said.at ? '' : said.words}
      onUndo={() => last && attempt(undo(last.group))}
    />
  );
}
