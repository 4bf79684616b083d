import { askBackground, SILENT } from '@/lib/browser/messages';
import { type Day, isDay } from '@/lib/core/days/day';
import { type Failure, isDiskFull } from '@/lib/core/sync/failure';
import { toPickProblem } from '@/lib/core/sync/pick-words';
import type { SyncReply } from './sync-papers';
import { readToday } from './today';

/** A worker starts in tens of milliseconds; a slow machine's in hundreds. */
const HANDSHAKE_MS = 2_500;
/** A whole sync with its pauses; its progress is seen in the database long before. */
const SYNC_REPLY_MS = 180_000;

/** How it went, and who did it. A day that can't be picked is refused in words. */
export type AskReply = (Exclude<SyncReply, { kind: 'refused' }> | { kind: 'refused'; words: string }) & {
  via: 'background' | 'page';
};

/**
 * Asks for a sync: the background where it answers, this page where it does not (law 4). The code of the sync is
 * loaded only then. With a `day` that the user picked, that day alone is read: at once, or by the sync that is under
 * way, which then replies `under-way`. Where it meets a full disk old papers make room, and the same is asked once more.
 */
export async function askSync(trigger: 'page' | 'hand', { day }: { day?: Day } = {}): Promise<AskReply> {
  let reply = await ask(trigger, day);
  // Heard here for every page: a full disk may store nothing of its failure, and then no other place knows.
  if (reply.kind === 'finished' && isDiskFull(reply.failure) && (await hasMadeRoom(reply.failure)))
    reply = await ask('hand', day);
  if (reply.kind !== 'refused') return reply;
  return { ...reply, words: toPickProblem(day ?? '', await readToday()) };
}

/** Loaded only then. Where it does not work, why the reading failed is told all the same. */
async function hasMadeRoom(failure: Failure | undefined): Promise<boolean> {
  try {
    return await (await import('./make-room')).makeRoom(failure);
  } catch (error) {
    console.error('no room was made', error);
    return false;
  }
}

async function ask(trigger: 'page' | 'hand', day: Day | undefined): Promise<SyncReply & { via: AskReply['via'] }> {
  // The background answers a message of another shape with silence.
  if (day !== undefined && !isDay(day)) return { kind: 'refused', via: 'page' };
  if (await isBackgroundAnswering()) {
    const message = { kind: 'sync', trigger, ...(day === undefined ? {} : { day }) } as const;
    const reply = await askBackground<SyncReply>(message, SYNC_REPLY_MS);
    // A worker that died in mid-sync goes on at its next alarm.
    return { ...(reply === SILENT ? ({ kind: 'under-way' } as const) : reply), via: 'background' };
  }
  const [{ syncPapers }, { rearm }] = await Promise.all([import('./sync-papers'), import('./rearm')]);
  try {
    return { ...(await syncPapers(trigger, undefined, day)), via: 'page' };
  } finally {
    // Or the doorbell of this sync would go on ringing at the background that does not answer.
    await rearm();
  }
}

async function isBackgroundAnswering(): Promise<boolean> {
  return (await askBackground({ kind: 'ping' }, HANDSHAKE_MS)) !== SILENT;
}

/**
 * Asks the background to count the badge again, and to tell what it kept from telling. For a page that is closing: what it has just stored is stored, but it
 * may be gone before it has counted.
 */
export function askRecount(): void {
  void askBackground({ kind: 'recount' }, HANDSHAKE_MS);
}

/** Tells whether the background answers: now, and every 30 s while it does not. Returns the function that ends it. */
export function watchBackground(onState: (state: 'answering' | 'silent') => void): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const answering = await isBackgroundAnswering();
    if (ended) return;
    onState(answering ? 'answering' : 'silent');
    if (!answering) timer = setTimeout(() => void ask(), 30_000);
  };
  void ask();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
