import type { UndoScope } from '@/lib/core/journal/journal';
import { type LastAction, readLastAction } from '@/lib/db/queries/journal';
import { useLive } from './use-live';

/** What an undo would take back now, whichever page did it; `undefined` when there is nothing. */
export function useLastAction(scope: UndoScope): LastAction | undefined {
  return useLive<LastAction | undefined>(() => readLastAction(scope), [scope], undefined).value;
}
