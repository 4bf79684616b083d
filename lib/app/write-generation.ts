import { writeItems, writeWitness } from '@/lib/browser/copy-storage';
import type { PlacedManifest } from '@/lib/core/copy/manifest';
import { type CopyChange, planCopy } from '@/lib/core/copy/plan-copy';

/**
 * Writes the shards, and only then the manifest that names them. Returns the generation; `undefined` where the copy became
 * somebody else's meanwhile.
 */
export async function writeGeneration(
  last: PlacedManifest | undefined,
  change: Omit<CopyChange, 'written'> & { written: number | undefined },
  lost: AbortSignal,
): Promise<number | undefined> {
  const plan = planCopy(last, { ...change, written: change.written ?? 0 });
  if (lost.aborted) return undefined;
  await writeItems(plan.shards);
  if (lost.aborted) return undefined;
  await writeItems(plan.manifest);
  // Who took the lock meanwhile may have written over it: the outbox must not forget what that one did not know.
  if (lost.aborted) return undefined;
  witnessGeneration(plan.generation, change.rows);
  return plan.generation;
}

/** Notes beside both that there is something to lose, where there is. */
export function witnessGeneration(generation: number, { statuses, topics, settings }: CopyChange['rows']): void {
  writeWitness(statuses + topics + settings > 0 ? generation : 0);
}
