import { toUtcDay } from '@/lib/core/days/day';
import type { Failure } from '@/lib/core/sync/failure';
import { RESUME_AFTER_MS } from '@/lib/core/sync/limits';
import { countOpenDays, planStep, type Step, type StepInput } from '@/lib/core/sync/next-step';
import { endsSync, endsSyncAtPick } from '@/lib/core/sync/outcome';
import { planPage } from '@/lib/core/sync/plan-page';
import { applyLimits, countRequest, toClockOffset, toPoliteness } from '@/lib/core/sync/politeness';
import { type RequestRow, toLogged } from '@/lib/core/sync/request-row';
import type { SyncJob, SyncTrigger } from '@/lib/core/sync/state';
import { readAllLedger, readFeedState, readMeta } from '@/lib/db/queries/feed-state';
import { readSettings } from '@/lib/db/queries/user';
import { applyFeedStep, readKnownDay } from '@/lib/db/writes/feed';
import { toPageUrl } from '@/lib/sources/huggingface/client';
import { endSync, toNoPermission, toOutcome } from './end-sync';
import type { SyncIo } from './sync-io';
import type { SyncHold } from './sync-lock';
import type { SyncReply } from './sync-papers';

const SOURCE = 'huggingface';

/**
 * The chain of steps. Every turn reads all it decides from out of the database and ends in one committed
 * transaction: stop the worker between any two lines and the next wake goes on at the first open day (law 6).
 * `wholeIsDue`: not only the days the user picked.
 */
export async function runSync(
  trigger: SyncTrigger,
  wholeIsDue: boolean,
  hold: SyncHold,
  io: SyncIo,
): Promise<SyncReply> {
  await begin(trigger, wholeIsDue, hold, io);
  for (;;) {
    if (hold.lost.aborted || io.now() > hold.deadline) return { kind: 'under-way' };
    const input = await readStepInput(io);
    if (!input) return { kind: 'under-way' };
    // Before the server's wishes are looked at: a permission taken back is told even while it asks to wait.
    if (!(await io.hasAccess())) return endSync(toNoPermission(io), hold, io);
    const step = planStep(input);
    if (step.kind === 'finish') return endSync(toOutcome(input, step), hold, io);
    // One extension API call a step also keeps Chrome's worker alive past 30 s.
    await io.ensureResume(io.now() + RESUME_AFTER_MS);
    if (step.kind === 'wait') {
      await io.sleep(step.until - io.now());
      continue;
    }
    const failure = await takeStep(input, step, hold, io);
    const ends = step.picked && step.date !== input.today ? endsSyncAtPick : endsSync;
    if (failure && ends(failure)) return endSync(failure, hold, io);
  }
}

/** Everything `planStep` decides from, as stored now. `undefined` once the job's row is gone. */
async function readStepInput(io: SyncIo): Promise<StepInput | undefined> {
  const [state, ledger, { settings }] = await Promise.all([readFeedState(), readAllLedger(), readSettings()]);
  if (!state.job) return undefined;
  const now = io.now();
  const serverNow = now + (state.clock?.offsetMs ?? 0);
  return {
    job: state.job,
    ledger,
    wanted: state.wanted ?? [],
    politeness: toPoliteness(state.politeness, now),
    today: toUtcDay(serverNow),
    now,
    serverNow,
    everyMin: settings.syncEveryMin,
  };
}

/** The row of a sync that begins. */
export function toJob(trigger: SyncTrigger, io: Pick<SyncIo, 'now'>, wantedOnly = false): SyncJob {
  return {
    id: crypto.randomUUID(),
    trigger,
    startedAt: io.now(),
    requests: 0,
    newPapers: 0,
    daysDone: 0,
    daysPlanned: 0,
    ...(wantedOnly ? { wantedOnly } : {}),
  };
}

/** Writes the job's row, or takes up the one that an earlier life or a click left. */
async function begin(trigger: SyncTrigger, wholeIsDue: boolean, hold: SyncHold, io: SyncIo): Promise<void> {
  const { job: left, schedule, clock } = await readFeedState();
  // No request was ever made here and still papers were marked: they were lost, not never there.
  const isRebuilt = !left?.requests && !schedule && !clock && (await io.hasCopiedMarks());
  const job = left ? toTakenUp(left, trigger, wholeIsDue) : toJob(wholeIsDue ? trigger : 'hand', io, !wholeIsDue);
  if (job === left && job.daysPlanned > 0) return;
  await applyFeedStep(hold.holder, { meta: { job, ...(isRebuilt ? { rebuiltAt: io.now() } : {}) } });
  const input = await readStepInput(io);
  if (input) await applyFeedStep(hold.holder, { meta: { job: { ...job, daysPlanned: countOpenDays(input) } } });
}

/** A job for picked days becomes a whole sync where one is due: or the refresh button would have done nothing. */
function toTakenUp(left: SyncJob, trigger: SyncTrigger, wholeIsDue: boolean): SyncJob {
  if (!left.wantedOnly || !wholeIsDue) return left;
  const { wantedOnly: _wantedOnly, ...whole } = left;
  return { ...whole, trigger };
}

/** Asks one page and stores what it says. Returns the failure, if it is one. */
async function takeStep(
  input: StepInput,
  step: Step & { kind: 'ask' },
  hold: SyncHold,
  io: SyncIo,
): Promise<Failure | undefined> {
  const { date, page, picked } = step;
  const job: SyncJob = { ...input.job, requests: input.job.requests + 1, reading: date };
  const politeness = countRequest(input.politeness, input.today, io.now());
  const { host, pathname, search } = toPageUrl(step);
  const request: RequestRow = {
    at: io.now(),
    host,
    path: pathname + search,
    method: 'GET',
    day: date,
    trigger: job.trigger,
    picked,
  };
  // Before the request: a worker killed in the middle of it has asked all the same.
  await applyFeedStep(hold.holder, { meta: { job, politeness }, request });
  const answer = await io.fetchPage({
    date,
    page,
    signal: hold.lost,
    ...(step.etag === undefined ? {} : { etag: step.etag }),
  });
  const now = io.now();
  const ids = answer.kind === 'page' ? answer.papers.map((paper) => paper.id) : [];
  const known = await readKnownDay(SOURCE, date, ids);
  const rebuiltAt = await readMeta('rebuiltAt');
  const clock = toClockOffset(answer);
  const toServerDay = (at: number) => toUtcDay(at + (clock?.offsetMs ?? 0));
  const seenBefore = rebuiltAt === undefined ? '' : toServerDay(rebuiltAt);
  const today = toServerDay(now);
  const plan = planPage(answer, known, { source: SOURCE, date, page, jobId: job.id, today, now, picked, seenBefore });
  const { paging: _paging, reading: _reading, ...rest } = job;
  const after: SyncJob = {
    ...rest,
    newPapers: job.newPapers + plan.arrived.length,
    daysDone: job.daysDone + (plan.nextPage === undefined ? 1 : 0),
    ...(plan.nextPage === undefined ? {} : { paging: { date, page: plan.nextPage } }),
  };
  await applyFeedStep(hold.holder, {
    row: plan.row,
    papers: plan.papers,
    listings: plan.listings,
    arrived: plan.arrived,
    seen: plan.seen,
    request: toLogged(request, answer),
    ...(plan.nextPage === undefined ? { answered: date } : {}),
    meta: { job: after, politeness: applyLimits(politeness, answer), ...(clock ? { clock } : {}) },
  });
  await io.afterCommit();
  return answer.kind === 'failure' ? answer.failure : undefined;
}
