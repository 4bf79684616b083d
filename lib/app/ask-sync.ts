import { askBackground, SILENT } from '@/lib/browser/messages';
import type { SyncReply } from './sync-papers';

/** A worker starts in tens of milliseconds; a slow machine's in hundreds. */
const HANDSHAKE_MS = 2_500;
/** A whole sync with its pauses; its progress is seen in the database long before. */
const SYNC_REPLY_MS = 180_000;

/**
 * Asks for a sync: the background where it answers, this page where it does not (law 4). The code of the sync is
 * loaded only then. `via` tells which.
 */
export async function askSync(trigger: 'page' | 'hand'): Promise<SyncReply & { via: 'background' | 'page' }> {
  if (await isBackgroundAnswering()) {
    const reply = await askBackground<SyncReply>({ kind: 'sync', trigger }, SYNC_REPLY_MS);
    // A worker that died in mid-sync goes on at its next alarm.
    return { ...(reply === SILENT ? ({ kind: 'under-way' } as const) : reply), via: 'background' };
  }
  const [{ syncPapers }, { ensureAlarms }] = await Promise.all([import('./sync-papers'), import('./alarms')]);
  try {
    return { ...(await syncPapers(trigger)), via: 'page' };
  } finally {
    // Or the doorbell of this sync would go on ringing at the background that does not answer.
    await ensureAlarms();
  }
}

async function isBackgroundAnswering(): Promise<boolean> {
  return (await askBackground({ kind: 'ping' }, HANDSHAKE_MS)) !== SILENT;
}

/**
 * Asks the background to count the badge again. For a page that is closing: what it has just stored is stored, but it
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
