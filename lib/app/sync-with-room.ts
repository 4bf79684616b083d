import type { Day } from '@/lib/core/days/day';
import { type Failure, isDiskFull } from '@/lib/core/sync/failure';
import type { SyncTrigger } from '@/lib/core/sync/state';
import { makeRoom } from './make-room';
import { type SyncReply, syncPapers } from './sync-papers';

/**
 * `syncPapers`, and once more where it met a full disk and old papers have made room. For the background, which reads the
 * feed for days while no page is opened: nothing new would arrive until then.
 */
export async function syncWithRoom(trigger: SyncTrigger, day?: Day): Promise<SyncReply> {
  const reply = await syncPapers(trigger, undefined, day);
  if (reply.kind !== 'finished' || !(await hasMadeRoom(reply.failure))) return reply;
  // Not as one the user asks for: a schedule that meets a full disk has its limits, and Privacy tells who asked.
  return syncPapers(trigger === 'hand' ? 'hand' : 'room', undefined, day);
}

/** Where it does not work, why the reading failed is told all the same. */
async function hasMadeRoom(failure: Failure | undefined): Promise<boolean> {
  try {
    return isDiskFull(failure) && (await makeRoom(failure));
  } catch (error) {
    console.error('no room was made', error);
    return false;
  }
}
