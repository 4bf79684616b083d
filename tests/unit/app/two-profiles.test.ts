import type Dexie from 'dexie';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { setFlag } from '@/lib/app/mark';
import { readBackup } from '@/lib/app/restore-work';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic, moveTopic, updateTopic } from '@/lib/app/save-topic';
import { undoGroup, undoLast } from '@/lib/app/undo';
import type { BackupPaper } from '@/lib/core/backup/backup';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { toStatusPart } from '@/lib/core/copy/outbox';
import { RESTORE } from '@/lib/core/journal/journal';
import { toMark } from '@/lib/core/journal/written';
import { isSameValue } from '@/lib/core/merge/canonical';
import { isReplacedBy, toStamped } from '@/lib/core/merge/later';
import { STATUS_FIELDS } from '@/lib/core/merge/merge-status';
import { toFieldTime } from '@/lib/core/merge/merge-topic';
import { type Status, type StatusFlag, toStatus, toStoredStatus } from '@/lib/core/papers/status';
import { toShown } from '@/lib/core/topics/plan-topics';
import { TOPIC_FIELDS } from '@/lib/core/topics/topic';
import { feedDb } from '@/lib/db/feed-database';
import { readBackupData } from '@/lib/db/queries/backup';
import { readLastAction } from '@/lib/db/queries/journal';
import { userDb } from '@/lib/db/user-database';
import { journal } from '@/lib/db/writes/journal';
import { markStale } from '@/lib/db/writes/outbox';
import { makePaper } from '../../components/make-paper';
import { installFakeLocks } from '../../harness/fake-locks';
import { digest, toBytes } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

/** Each profile by its tables: one machine has one database of that name. */
type Tables = Record<string, unknown[]>;
const TABLES = [...userDb.tables, ...feedDb.tables];

/** A second an action: by a clock of its own, which may be turned back, each profile stamps them otherwise. */
let now = 0;

beforeAll(async () => {
  installFakeLocks();
  await feedDb.open();
  await userDb.open();
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
});

beforeEach(() => {
  now = Date.UTC(2026, 10, 26);
  vi.useFakeTimers({ toFake: ['Date'] });
});

async function enter(tables: Tables): Promise<void> {
  for (const db of [userDb, feedDb] as Dexie[])
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) {
        await table.clear();
        await table.bulkAdd(tables[table.name] ?? []);
      }
    });
}

async function leave(): Promise<Tables> {
  return Object.fromEntries(await Promise.all(TABLES.map(async (one) => [one.name, await one.toArray()])));
}

interface Field {
  value: unknown;
  at: number;
}

/** What the user sees, field by field: `topics/<id>/query` and so on. A deletion stands under its own name. */
async function readFields(): Promise<Map<string, Field>> {
  const { statuses, topics, settings } = await readBackupData();
  return new Map<string, Field>([
    ...statuses.flatMap((row) =>
      STATUS_FIELDS.flatMap((field) => (row[field] ? [[`${row.paperId}/${field}`, row[field]] as const] : [])),
    ),
    ...topics.flatMap((row) =>
      TOPIC_FIELDS.map((field) => {
        const value = field === 'deletedAt' ? row.deletedAt !== undefined : row[field];
        return [`${row.id}/${field}`, { value, at: toFieldTime(row, field) }] as const;
      }),
    ),
    ...settings.map(({ key, value, at = 0 }) => [`${key}/value`, { value, at }] as const),
  ]);
}

/** Of each field what is to win, of all that either profile did to it: the latest by its stamp. */
type Log = Map<string, Field>;

/**
 * What a profile does, it stamps later than anything it knows of that field, though its clock be behind: only what neither
 * knew of the other's is settled by clocks. An undo of a restore may put back what was there, with its old time.
 */
async function act(log: Log, work: () => Promise<unknown>, isUndo = false): Promise<void> {
  const before = await readFields();
  await work();
  for (const [name, field] of await readFields()) {
    const known = before.get(name);
    if (JSON.stringify(known) === JSON.stringify(field)) continue;
    const isLater = field.at > (known?.at ?? -1);
    if (!isUndo) expect([name, isLater]).toEqual([name, true]);
    const last = log.get(name);
    if (isLater && (!last || isReplacedBy(last, field))) log.set(name, field);
  }
}

/** What both must see in the end. A deleted topic comes back where its words were changed after, by the other. */
function toExpected(log: Log): Map<string, unknown> {
  const isPlace = (field: string) => field.endsWith('/deletedAt') || field.endsWith('/position');
  return new Map(
    [...log].map(([field, { value, at }]) => {
      const id = field.slice(0, field.indexOf('/'));
      const isOutlived = [...log].some(([one, last]) => one.startsWith(`${id}/`) && !isPlace(one) && last.at > at);
      return [field, field.endsWith('/deletedAt') && isOutlived ? false : value];
    }),
  );
}

type Step = (log: Log, files: Uint8Array[]) => Promise<unknown>;

const shownAt = async (i: number) => {
  const topics = toShown(await userDb.topics.toArray());
  return topics[i % Math.max(topics.length, 1)]?.id ?? 'none';
};
const paper = fc.constantFrom('1', '2').map((id) => ({ id, title: `Paper ${id}` }));
const some = fc.nat({ max: 5 });
const text = fc.constantFrom('agents', 'video', 'speech');

const LISTED = { source: 'huggingface', date: '2026-11-25', rank: 0, firstSeenAt: 1 } as const;
const FIRST_PAPER = makePaper({ id: '1', title: 'Paper 1', dailyDate: '2026-11-25' });
const FEED_PAPERS: BackupPaper[] = [
  { ...FIRST_PAPER, listings: [LISTED], seenAt: 5 },
  { ...makePaper({ id: '2', title: 'Paper 2', dailyDate: '2026-11-25' }), listings: [{ ...LISTED, rank: 1 }] },
];

/** Few papers and marks: two profiles that never touch the same one prove nothing. */
const mark: fc.Arbitrary<() => Promise<unknown>> = fc
  .tuple(paper, fc.constantFrom<StatusFlag>('starred', 'later', 'read', 'dismissed'), fc.boolean())
  .map((all) => () => setFlag(...all));

const writing: fc.Arbitrary<() => Promise<unknown>> = fc
  .tuple(
    paper,
    fc.oneof(
      fc.constantFrom('', 'A note', 'Another “note” 𝔘').map((value) => ['note', value] as const),
      fc.constantFrom([], ['ml'], ['ml', 'later, 𝔘']).map((value) => ['tags', value] as const),
    ),
  )
  .map(
    ([{ id, title }, [field, value]]) =>
      () =>
        writeMark(id, title, field, value),
  );

/** As `writeFlags`: the stamp, the row, the journal and the outbox in one transaction. */
async function writeMark(paperId: string, title: string, field: 'note' | 'tags', value: unknown): Promise<void> {
  const { statuses, journal: rows, outbox } = userDb;
  await userDb.transaction('rw', statuses, rows, outbox, async () => {
    const [known, at] = [await statuses.get(paperId), Date.now()];
    const before = known && toStatus(known);
    if (isSameValue(toMark(before, field), value)) return;
    const after: Status = { ...before, paperId, title, [field]: toStamped(value, at, before?.[field]) };
    await statuses.put(toStoredStatus(after));
    await markStale([toStatusPart(paperId)]);
    const head = { at, group: crypto.randomUUID(), action: `status:${field}`, open: 'papers' } as const;
    await journal([{ ...head, table: 'statuses', key: paperId, before, after }]);
  });
}

const edit: fc.Arbitrary<() => Promise<unknown>> = fc.oneof(
  fc.tuple(text, text).map(
    ([name, query]) =>
      () =>
        createTopic({ name, query }),
  ),
  fc.tuple(some, text).map(
    ([i, query]) =>
      async () =>
        updateTopic(await shownAt(i), { query }),
  ),
  fc.tuple(some, text).map(
    ([i, name]) =>
      async () =>
        updateTopic(await shownAt(i), { name }),
  ),
  fc.tuple(some, fc.boolean(), fc.boolean()).map(
    ([i, badge, enabled]) =>
      async () =>
        updateTopic(await shownAt(i), { badge, enabled }),
  ),
  fc.tuple(some, some).map(
    ([i, to]) =>
      async () =>
        moveTopic(await shownAt(i), to),
  ),
  some.map((i) => async () => deleteTopic(await shownAt(i))),
  fc.constantFrom<'light' | 'dark'>('light', 'dark').map((value) => () => saveSetting('theme', value)),
  fc.boolean().map((value) => () => saveSetting('letterKeys', value)),
  // Of its own edits; that of a restore is a step of its own.
  fc.constant(async () => {
    const last = await readLastAction('all');
    if (last?.words.startsWith('A backup') === false) await undoLast('all');
  }),
);

/** In some files there are papers too: one that is new here was seen there. */
const toBackUp =
  (papers: BackupPaper[] | undefined): Step =>
  async (_log, files) => {
    const data = { ...(await readBackupData()), ...(papers ? { papers } : {}) };
    files.push(toBytes((await toBackupFile(data, { at: now, app: '0.1.0' }, digest)).text));
  };
const backUp = toBackUp(undefined);

const restore = (file: Uint8Array | undefined) => async () => {
  const result = file && (await readBackup(file));
  if (result?.ok) await restoreBackup(result.backup);
};

/** Of any restore that still can be undone, whatever was done since. */
const undoRestore =
  (i: number): Step =>
  async (log) => {
    const open = (await userDb.journal.toArray()).filter((row) => row.action === RESTORE && row.open);
    const groups = [...new Set(open.flatMap(({ group }) => group ?? []))];
    const group = groups[i % Math.max(groups.length, 1)];
    if (group === undefined) return;
    undone += 1;
    await act(log, () => undoGroup(group), true);
  };
let undone = 0;

const turnClock =
  (ms: number): Step =>
  async () => {
    vi.setSystemTime(Date.now() + ms);
  };

const acting =
  (work: () => Promise<unknown>): Step =>
  (log) =>
    act(log, work);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: mark.map(acting) },
  { weight: 2, arbitrary: writing.map(acting) },
  { weight: 4, arbitrary: edit.map(acting) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, FEED_PAPERS).map(toBackUp) },
  {
    weight: 3,
    arbitrary: fc.nat().map(
      (i): Step =>
        (_log, files) =>
          restore(files[i % Math.max(files.length, 1)])(),
    ),
  },
  { weight: 1, arbitrary: fc.nat().map(undoRestore) },
  { weight: 1, arbitrary: fc.integer({ min: -20_000, max: 5_000 }).map(turnClock) },
);

it('300 schedules of edits on two profiles that exchange backups in any order: both end the same, and no action is lost', async () => {
  const schedule = fc.array(fc.tuple(fc.nat({ max: 1 }), step), { minLength: 8, maxLength: 24, size: 'max' });
  const skew = fc.integer({ min: -60_000, max: 60_000 });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(schedule, fc.tuple(skew, skew), async (steps, skews) => {
      const profiles: [Tables, Tables] = [{ papers: [FIRST_PAPER] }, {}];
      const clocks = [...skews];
      const log: Log = new Map();
      const files: Uint8Array[] = [];
      const inProfile = async (which: number, work: () => Promise<unknown>) => {
        await enter(profiles[which] as Tables);
        now += 1_000;
        vi.setSystemTime(now + (clocks[which] ?? 0));
        await work();
        clocks[which] = Date.now() - now;
        profiles[which] = await leave();
      };
      // Both have the same two topics: what one changes the other deletes.
      for (const name of ['First', 'Second'])
        await inProfile(0, () => act(log, () => createTopic({ name, query: 'agents' })));
      await inProfile(0, () => backUp(log, files));
      await inProfile(1, restore(files[0]));
      for (const [which, run] of steps) await inProfile(which, () => run(log, files));
      // Each tells the other once.
      await inProfile(0, () => backUp(log, files));
      await inProfile(1, restore(files.at(-1)));
      await inProfile(1, () => backUp(log, files));
      const seen: Map<string, Field>[] = [];
      await inProfile(1, async () => void seen.push(await readFields()));
      await inProfile(0, restore(files.at(-1)));
      await inProfile(0, async () => void seen.push(await readFields()));
      expect(seen[0]).toEqual(seen[1]);
      for (const [field, value] of toExpected(log)) expect([field, seen[0]?.get(field)?.value]).toEqual([field, value]);
      expect(profiles[0].topics).toEqual(profiles[1].topics);
      compared += log.size;
    }),
    { numRuns: 300, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(1_500);
  expect(undone).toBeGreaterThan(100);
}, 240_000);
