import { addDays, type Day } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { type StatusFlag, toStoredStatus } from '@/lib/core/papers/status';
import type { Failure } from '@/lib/core/sync/failure';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { MetaKey, MetaValues, Schedule } from '@/lib/core/sync/state';
import { putRows, type Row, readRows } from './database';
import type { StateWorld } from './worlds';

const MINUTE_MS = 60_000;

export function putSettings({ browser }: StateWorld, settings: Row): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value }));
  return putRows(browser, 'user', 'settings', rows);
}

export async function putMeta<K extends MetaKey>({ browser }: StateWorld, key: K, value: MetaValues[K]): Promise<void> {
  await putRows(browser, 'feed', 'meta', [{ key, value }]);
}

/** As if the last sync had ended with `failure`, a few minutes ago; the next is due in an hour, so that none begins now. */
export async function putFailure(world: StateWorld, failure: Failure): Promise<void> {
  const rows = await readRows<{ key: MetaKey; value: unknown }>(world.browser, 'feed', 'meta');
  const known = rows.find(({ key }) => key === 'schedule')?.value as Schedule | undefined;
  await putMeta(world, 'schedule', {
    ...(known ?? { failures: 0 }),
    nextDueAt: Date.now() + 60 * MINUTE_MS,
    lastAttemptAt: failure.at,
    failure,
    failures: 1,
  });
}

export function minutesAgo(minutes: number): number {
  return Date.now() - minutes * MINUTE_MS;
}

/** Changes the ledger's row of a day. */
export async function putDay({ browser }: StateWorld, day: Day, change: Partial<LedgerRow>): Promise<void> {
  const row = (await readRows<LedgerRow>(browser, 'feed', 'days')).find(({ date }) => date === day);
  if (!row) throw new Error(`${day} is not in the ledger`);
  await putRows(browser, 'feed', 'days', [{ ...row, ...change }]);
}

/** A stored paper that the disk has damaged: older than what the badge counts, so that only a look at all meets it. */
export function putDamagedPaper({ browser, days }: StateWorld): Promise<void> {
  return putRows(browser, 'feed', 'papers', [{ id: '2401.00002', dailyDate: addDays(days.today, -20) }]);
}

/** The best paper of today has lost its words: what a failing disk leaves of a row. */
export async function damageBestPaper({ browser, days }: StateWorld): Promise<void> {
  const papers = await readRows<Paper & Row>(browser, 'feed', 'papers');
  const [best] = papers.filter(({ dailyDate }) => dailyDate === days.today).sort((a, b) => b.upvotes - a.upvotes);
  if (!best) throw new Error('Today has no papers');
  const { title: _title, summary: _summary, ...rest } = best;
  await putRows(browser, 'feed', 'papers', [rest]);
}

/** The papers of today come from an organisation with a name of four lines. */
export async function putLongOrganisation({ browser, days }: StateWorld): Promise<void> {
  const papers = (await readRows<Paper & Row>(browser, 'feed', 'papers')).filter(
    ({ dailyDate }) => dailyDate === days.today,
  );
  const fullname = 'Consortium for the Study of Very Long Names of Research Institutions and Their Many Departments';
  await putRows(
    browser,
    'feed',
    'papers',
    papers.map((paper) => ({ ...paper, organization: { name: 'consortium', fullname } })),
  );
}

/** As if everything had been in sight already. */
export async function putAllSeen({ browser }: StateWorld): Promise<void> {
  const papers = await readRows<{ id: string }>(browser, 'feed', 'papers');
  await putRows(
    browser,
    'feed',
    'seen',
    papers.map(({ id }) => ({ paperId: id, at: Date.now() })),
  );
}

type Marks = Partial<Record<StatusFlag, true>>;

/** Marks the first `count` papers of today, and one that the feed has lost. */
export async function putMarks({ browser, days }: StateWorld, count: number, marks: Marks): Promise<void> {
  const papers = await readRows<Paper>(browser, 'feed', 'papers');
  const best = papers.filter(({ dailyDate }) => dailyDate === days.today).sort((a, b) => b.upvotes - a.upvotes);
  const lost = { id: '2401.00001', title: 'A Paper That the Feed Has Lost since It Was Marked' };
  const rows = [...best.slice(0, count), lost].map(({ id, title }, index) => ({
    paperId: id,
    title,
    link: `https://huggingface.co/papers/${id}`,
    ...Object.fromEntries(Object.keys(marks).map((flag) => [flag, { value: true, at: minutesAgo(index) }])),
  }));
  await putRows(
    browser,
    'user',
    'statuses',
    rows.map((row) => ({ ...toStoredStatus(row) })),
  );
}
