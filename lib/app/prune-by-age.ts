import { LOCK_HELD, withLock } from '@/lib/browser/locks';
import type { PaperId } from '@/lib/core/papers/paper';
import type { KeepDays } from '@/lib/core/settings/settings';
import { planPrune, toFirstKept, toSupportedDay } from '@/lib/core/sync/retention';
import { readAllLedger } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readKeptIds } from '@/lib/db/queries/statuses';
import { countOldPapers, readForgottenPapers } from '@/lib/db/queries/too-old';
import { readSettings } from '@/lib/db/queries/user';
import { dropPapers, pruneDays } from '@/lib/db/writes/drop-days';
import { afterCommit } from './after-commit';
import { refreshBadge } from './refresh-badge';
import { browserSyncIo } from './sync-io';
import { SYNC_LOCK, type SyncHold, withSyncLock } from './sync-lock';
import { readToday } from './today';

/** Papers that go in one transaction. */
const AT_ONCE = 500;

/**
 * Deletes the stored papers that are older than the user wants to keep them. While a sync is under way nothing happens;
 * with `onHeld`, which then hears of it, it happens right after that.
 */
export async function pruneByAge(onHeld?: () => void): Promise<void> {
  if (await readIsNewer()) return;
  for (let told = false; ; told = true) {
    if (!(await hasOld())) return;
    const done = await withSyncLock(browserSyncIo, prune);
    if (done === LOCK_HELD && onHeld) {
      if (!told) onHeld();
      // It rejects where the sync takes longer than a place in line is good for.
      await withLock(SYNC_LOCK, 'wait', async () => undefined).catch(() => undefined);
      continue;
    }
    if (done === true) await afterCommit(refreshBadge);
    return;
  }
}

/** How many papers would go if they were kept for `keepDays`; `kept`: those that stay whatever their age. */
export async function countTooOld(keepDays: KeepDays, kept?: ReadonlySet<PaperId>): Promise<number> {
  const { gone, first } = await readPlan(keepDays);
  return first === undefined ? 0 : countOldPapers(first, gone, kept ?? (await readKeptIds()));
}

async function hasOld(): Promise<boolean> {
  const { gone, first } = await readPlan();
  return gone.length > 0 || (first !== undefined && (await readForgottenPapers(first)).length > 0);
}

/** Reads all of it again under the lock: another page may have done it. Returns whether anything went. */
async function prune({ holder }: SyncHold): Promise<boolean> {
  const { gone, first, now } = await readPlan();
  if (first === undefined) return false;
  let papers = gone.length > 0 ? await pruneDays(holder, gone, await readKeptIds(), now) : 0;
  const forgotten = await readForgottenPapers(first);
  for (let from = 0; from < forgotten.length; from += AT_ONCE) {
    const some = forgotten.slice(from, from + AT_ONCE);
    papers += some.length;
    const until = [gone.at(-1) ?? '', ...forgotten.map(({ dailyDate }) => dailyDate)].sort().at(-1) ?? '';
    await dropPapers(holder, some, { at: now, why: 'age', papers, until });
  }
  return gone.length + forgotten.length > 0;
}

async function readPlan(wanted?: KeepDays) {
  const now = Date.now();
  const [ledger, today, keepDays] = await Promise.all([
    readAllLedger(),
    readToday(now),
    wanted ?? readSettings().then(({ settings }) => settings.keepDays),
  ]);
  const supported = toSupportedDay(ledger, today);
  if (supported === undefined) return { gone: [], first: undefined, now };
  return {
    gone: planPrune(ledger, { keepDays, today: supported, now }),
    first: toFirstKept(keepDays, supported),
    now,
  };
}
