import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { setFlag } from '@/lib/app/mark';
import { readBackup, restoreBackup } from '@/lib/app/restore';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic, moveTopic, updateTopic } from '@/lib/app/save-topic';
import { undoLast } from '@/lib/app/undo';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { STATUS_FIELDS } from '@/lib/core/merge/merge-status';
import type { StatusFlag } from '@/lib/core/papers/status';
import { toShown } from '@/lib/core/topics/plan-topics';
import { TOPIC_FIELDS } from '@/lib/core/topics/topic';
import { feedDb } from '@/lib/db/feed-database';
import { readBackupData } from '@/lib/db/queries/backup';
import { readLastAction } from '@/lib/db/queries/journal';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../../harness/fake-locks';
import { digest, toBytes } from '../core/backup/sample';

/** Each profile by its tables: one machine has one database of that name. */
type Tables = Record<string, unknown[]>;
const EMPTY: Tables = { statuses: [], topics: [], settings: [], journal: [], outbox: [] };

/** The clock of both; an action a second, so that no two are of one moment. */
let now = 0;

beforeAll(async () => {
  installFakeLocks();
  await feedDb.open();
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
  await userDb.transaction('rw', userDb.tables, async () => {
    for (const table of userDb.tables) {
      await table.clear();
      await table.bulkAdd(tables[table.name] ?? []);
    }
  });
}

async function leave(): Promise<Tables> {
  return Object.fromEntries(await Promise.all(userDb.tables.map(async (one) => [one.name, await one.toArray()])));
}

/** What the user sees, field by field: `topics/<id>/query` and so on. A deletion stands under its own name. */
async function readFields(): Promise<Map<string, unknown>> {
  const { statuses, topics, settings } = await readBackupData();
  return new Map<string, unknown>([
    ...statuses.flatMap((row) =>
      STATUS_FIELDS.flatMap((field) => (row[field] ? [[`${row.paperId}/${field}`, row[field].value] as const] : [])),
    ),
    ...topics.flatMap((row) =>
      TOPIC_FIELDS.map((field) => {
        const value = field === 'deletedAt' ? row.deletedAt !== undefined : row[field];
        return [`${row.id}/${field}`, value] as const;
      }),
    ),
    ...settings.map(({ key, value }) => [`${key}/value`, value] as const),
  ]);
}

/** The last thing that was done to each field, by whichever profile. */
type Log = Map<string, { value: unknown; at: number }>;

async function act(log: Log, work: () => Promise<unknown>): Promise<void> {
  now += 1_000;
  vi.setSystemTime(now);
  const before = await readFields();
  await work();
  for (const [field, value] of await readFields())
    if (JSON.stringify(before.get(field)) !== JSON.stringify(value)) log.set(field, { value, at: now });
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

/** Few papers and marks: two profiles that never touch the same one prove nothing. */
const mark: fc.Arbitrary<() => Promise<unknown>> = fc
  .tuple(paper, fc.constantFrom<StatusFlag>('starred', 'starred', 'read', 'dismissed'), fc.boolean())
  .map((all) => () => setFlag(...all));

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
  // Of its own edits: that of a restore takes back what the other did, which no later action has replaced.
  fc.constant(async () => {
    const last = await readLastAction('all');
    if (last?.words.startsWith('A backup') === false) await undoLast('all');
  }),
);

const backUp: Step = async (_log, files) => {
  const { text: file } = await toBackupFile(await readBackupData(), { at: now, app: '0.1.0' }, digest);
  files.push(toBytes(file));
};

const restore = (file: Uint8Array | undefined) => async () => {
  const result = file && (await readBackup(file));
  if (result?.ok) await restoreBackup(result.backup);
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: mark.map(
      (work): Step =>
        (log) =>
          act(log, work),
    ),
  },
  {
    weight: 4,
    arbitrary: edit.map(
      (work): Step =>
        (log) =>
          act(log, work),
    ),
  },
  { weight: 1, arbitrary: fc.constant(backUp) },
  {
    weight: 2,
    arbitrary: fc.nat().map(
      (i): Step =>
        (_log, files) =>
          restore(files[i % Math.max(files.length, 1)])(),
    ),
  },
);

it('300 schedules of edits on two profiles that exchange backups in any order: both end the same, and no action is lost', async () => {
  const schedule = fc.array(fc.tuple(fc.nat({ max: 1 }), step), { minLength: 8, maxLength: 24, size: 'max' });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(schedule, async (steps) => {
      const profiles: [Tables, Tables] = [EMPTY, EMPTY];
      const log: Log = new Map();
      const files: Uint8Array[] = [];
      const inProfile = async (which: number, work: () => Promise<unknown>) => {
        await enter(profiles[which] as Tables);
        await work();
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
      const seen: Map<string, unknown>[] = [];
      await inProfile(1, async () => void seen.push(await readFields()));
      await inProfile(0, restore(files.at(-1)));
      await inProfile(0, async () => void seen.push(await readFields()));
      expect(seen[0]).toEqual(seen[1]);
      for (const [field, value] of toExpected(log)) expect([field, seen[0]?.get(field)]).toEqual([field, value]);
      expect(profiles[0].topics).toEqual(profiles[1].topics);
      compared += log.size;
    }),
    { numRuns: 300, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(1_500);
}, 240_000);
