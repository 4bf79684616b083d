import type { Failure } from '@/lib/core/sync/failure';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { Step, StepInput } from '@/lib/core/sync/next-step';
import { toPoliteness } from '@/lib/core/sync/politeness';
import { planSchedule } from '@/lib/core/sync/schedule';
import { readAllLedger, readFeedState } from '@/lib/db/queries/feed-state';
import { readSettings } from '@/lib/db/queries/user';
import { applyFeedStep } from '@/lib/db/writes/feed';
import type { SyncIo } from './sync-io';
import type { SyncHold } from './sync-lock';
import type { SyncReply } from './sync-papers';

export interface SyncOutcome {
  requests: number;
  newPapers: number;
  failure?: Failure;
}

export function toNoPermission(io: Pick<SyncIo, 'now'>): Failure {
  return { kind: 'no-permission', at: io.now(), host: 'huggingface.co' };
}

/**
 * How a sync that has nothing more to do went. The newest day asked speaks for the feed: a damaged day of last week is
 * the ledger's to tell.
 */
export function toOutcome(input: StepInput, step: Step & { kind: 'finish' }): Failure | undefined {
  if (step.why === 'barred') return { kind: 'rate-limited', at: input.now, until: step.until };
  return input.ledger
    .filter((row) => row.jobId === input.job.id && (!row.picked || input.job.wantedOnly))
    .reduce<LedgerRow | undefined>((newest, row) => (!newest || row.date > newest.date ? row : newest), undefined)
    ?.failure;
}

/**
 * The last step: the job's row goes and the next due time is written, in one transaction. A sync of picked days alone
 * has learnt nothing of the feed's newest day: due time and failure stand as they stood.
 */
export async function endSync(failure: Failure | undefined, hold: SyncHold, io: SyncIo): Promise<SyncReply> {
  const [{ job, schedule: before, politeness }, ledger, { settings }] = await Promise.all([
    readFeedState(),
    readAllLedger(),
    readSettings(),
  ]);
  const now = io.now();
  const schedule = planSchedule(before, {
    everyMin: settings.syncEveryMin,
    // Requests whose answers could not be stored have taught nothing: no row carries the job's name.
    learnt: ledger.some((row) => row.jobId === job?.id),
    failure,
    notBefore: toPoliteness(politeness, now).notBefore,
    now,
    random: io.random(),
  });
  await applyFeedStep(hold.holder, {
    meta: {
      job: null,
      ...(job?.wantedOnly ? {} : { schedule }),
      // Up to the first reading that came through nothing is news, or an install would begin with an alert of 300 papers.
      ...(before?.lastSuccessAt === undefined ? { untold: null } : {}),
    },
  });
  await io.afterCommit();
  return {
    kind: 'finished',
    requests: job?.requests ?? 0,
    newPapers: job?.newPapers ?? 0,
    ...(failure ? { failure } : {}),
  };
}
