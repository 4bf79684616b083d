import { ensureAlarm } from '@/lib/browser/alarms';
import { readItems } from '@/lib/browser/copy-storage';
import { hasFeedPermission } from '@/lib/browser/permissions';
import { namesMarks, toManifestKey } from '@/lib/core/copy/copy-keys';
import type { Day } from '@/lib/core/days/day';
import { REQUEST_TIMEOUT_MS } from '@/lib/core/sync/limits';
import type { PageAnswer } from '@/lib/core/sync/page-answer';
import { fetchDailyPage } from '@/lib/sources/huggingface/client';
import { afterCommit } from './after-commit';
import { toResumePlan } from './alarms';
import { refreshBadge } from './refresh-badge';

/** The world as a sync sees it. Tests give it a clock, a server and a fate of their own. */
export interface SyncIo {
  /** ms since the epoch, our clock. */
  now(): number;
  /** [0, 1). */
  random(): number;
  sleep(ms: number): Promise<void>;
  fetchPage(ask: { date: Day; page: number; etag?: string; signal: AbortSignal }): Promise<PageAnswer>;
  hasAccess(): Promise<boolean>;
  /** True where the second copy has papers that were marked: nobody's first day. False where it can't be read. */
  hasCopiedMarks(): Promise<boolean>;
  /** Sets the doorbell that continues this sync if its worker dies; called before every step. */
  ensureResume(at: number): Promise<void>;
  /** After each commit: derived things are recomputed (law 5). */
  afterCommit(): Promise<void>;
}

export const browserSyncIo: SyncIo = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  fetchPage: (ask) =>
    fetchDailyPage(ask, {
      fetch: (input, init) => fetch(input, init),
      now: () => Date.now(),
      onLine: () => navigator.onLine,
      timeoutMs: REQUEST_TIMEOUT_MS,
    }),
  hasAccess: hasFeedPermission,
  hasCopiedMarks: () =>
    readItems([toManifestKey(0), toManifestKey(1)]).then(
      (items) => Object.values(items).some(namesMarks),
      () => false,
    ),
  ensureResume: (at) => ensureAlarm('resume', toResumePlan(at)),
  // A badge that could not be painted must not turn a committed step into a failure.
  afterCommit: () => afterCommit(refreshBadge),
};
