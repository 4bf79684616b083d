import { describe, expect, it } from 'vitest';
import type { JournalRow } from '@/lib/core/journal/journal';
import { planUndo, type UserRows } from '@/lib/core/journal/plan-undo';
import type { Status } from '@/lib/core/papers/status';
import type { SettingRow } from '@/lib/core/settings/settings';
import type { Topic } from '@/lib/core/topics/topic';

const AT = 100;

const TOPIC: Topic = {
  id: 't',
  name: 'Agents',
  query: 'agent',
  colour: 0,
  badge: true,
  notify: false,
  enabled: true,
  position: 0,
  createdAt: 1,
  updatedAt: 1,
};

function toCurrent({
  statuses = [],
  topics = [],
  settings = [],
  later = [],
}: {
  statuses?: Status[];
  topics?: Topic[];
  settings?: SettingRow[];
  later?: JournalRow[];
}): UserRows {
  return {
    statuses: new Map(statuses.map((row) => [row.paperId, row])),
    topics: new Map(topics.map((row) => [row.id, row])),
    settings: new Map(settings.map((row) => [row.key, row])),
    later,
  };
}

function toTopicRow(before: Topic | undefined, after: Topic): JournalRow {
  return { at: 5, group: 'g', action: 'topic:edit', table: 'topics', key: after.id, before, after };
}

describe('undoing a mark', () => {
  const starred: Status = { paperId: '1', title: 'A', starred: { value: true, at: 5 }, later: { value: true, at: 2 } };
  const row: JournalRow = {
    at: 5,
    action: 'status:starred',
    table: 'statuses',
    key: '1',
    before: { paperId: '1', title: 'A', later: { value: true, at: 2 } },
    after: starred,
  };

  it('writes the earlier value with the new time and leaves the other marks alone', () => {
    const plan = planUndo([row], toCurrent({ statuses: [starred] }), AT);
    expect(plan.statuses).toEqual([{ ...starred, starred: { value: false, at: AT } }]);
    expect(plan).toMatchObject({ taken: 1, kept: 0 });
  });

  it('keeps what another page did to the same paper meanwhile', () => {
    const now: Status = { ...starred, later: { value: false, at: 9 }, read: { value: true, at: 9 } };
    expect(planUndo([row], toCurrent({ statuses: [now] }), AT).statuses).toEqual([
      { ...now, starred: { value: false, at: AT } },
    ]);
  });

  it('has nothing to do where the mark is gone already, or the row', () => {
    const gone: Status = { ...starred, starred: { value: false, at: 9 } };
    expect(planUndo([row], toCurrent({ statuses: [gone] }), AT)).toMatchObject({ statuses: [], taken: 0, kept: 0 });
    expect(planUndo([row], toCurrent({}), AT)).toMatchObject({ statuses: [], taken: 0 });
  });

  it('is later than what it takes back though the clock was turned back', () => {
    const future: Status = { ...starred, starred: { value: true, at: 5_000 } };
    expect(planUndo([row], toCurrent({ statuses: [future] }), AT).statuses[0]?.starred).toEqual({
      value: false,
      at: 5_001,
    });
  });
});

describe('undoing what was done to a topic', () => {
  it.each<[string, Topic | undefined, Topic, Topic, Partial<Topic> | undefined, number]>([
    ['an edit', TOPIC, { ...TOPIC, query: 'robot' }, { ...TOPIC, query: 'robot' }, { query: 'agent' }, 0],
    [
      'an edit, another field changed since',
      TOPIC,
      { ...TOPIC, query: 'robot' },
      { ...TOPIC, query: 'robot', badge: false },
      { query: 'agent', badge: false },
      0,
    ],
    ['an edit that was edited again', TOPIC, { ...TOPIC, query: 'robot' }, { ...TOPIC, query: 'speech' }, undefined, 1],
    [
      'one of two fields was changed again',
      TOPIC,
      { ...TOPIC, query: 'robot', badge: false },
      { ...TOPIC, query: 'speech', badge: false },
      { query: 'speech', badge: true },
      1,
    ],
    ['a deletion', TOPIC, { ...TOPIC, deletedAt: 5 }, { ...TOPIC, deletedAt: 5 }, { name: 'Agents' }, 0],
    ['a deletion, restored since', TOPIC, { ...TOPIC, deletedAt: 5 }, TOPIC, undefined, 0],
    ['a deletion, deleted again since', TOPIC, { ...TOPIC, deletedAt: 5 }, { ...TOPIC, deletedAt: 9 }, undefined, 1],
    ['a new topic', undefined, TOPIC, TOPIC, { deletedAt: AT }, 0],
    [
      'a new topic that was moved since',
      undefined,
      TOPIC,
      { ...TOPIC, position: 3 },
      { deletedAt: AT, position: 3 },
      0,
    ],
    ['a new topic whose query was written anew', undefined, TOPIC, { ...TOPIC, query: 'mine' }, undefined, 1],
    ['a new topic that is deleted', undefined, TOPIC, { ...TOPIC, deletedAt: 9 }, undefined, 0],
  ])('%s', (_what, before, after, now, change, kept) => {
    const plan = planUndo([toTopicRow(before, after)], toCurrent({ topics: [now] }), AT);
    expect(plan.kept).toBe(kept);
    expect(plan.topics).toHaveLength(change ? 1 : 0);
    if (change) expect(plan.topics[0]).toMatchObject({ ...change, updatedAt: AT });
    if (change?.deletedAt === undefined && change) expect(plan.topics[0]).not.toHaveProperty('deletedAt');
  });

  it('gives a number to a name that another topic took meanwhile', () => {
    const deleted: Topic = { ...TOPIC, deletedAt: 5 };
    const other: Topic = { ...TOPIC, id: 'u', name: 'agents' };
    const later = [toTopicRow(undefined, other)];
    const plan = planUndo([toTopicRow(TOPIC, deleted)], toCurrent({ topics: [deleted, other], later }), AT);
    expect(plan.topics[0]?.name).toBe('Agents 2');
  });

  it('gives none to a name that another topic bore already: no later undo would take it away', () => {
    const deleted: Topic = { ...TOPIC, deletedAt: 5 };
    const other: Topic = { ...TOPIC, id: 'u', name: 'agents' };
    const plan = planUndo([toTopicRow(TOPIC, deleted)], toCurrent({ topics: [deleted, other] }), AT);
    expect(plan.topics[0]?.name).toBe('Agents');
  });

  it('brings no topic back where there are as many as there can be', () => {
    const deleted: Topic = { ...TOPIC, deletedAt: 5 };
    const others = Array.from({ length: 200 }, (_, i): Topic => ({ ...TOPIC, id: `o${i}`, name: `O${i}` }));
    const plan = planUndo([toTopicRow(TOPIC, deleted)], toCurrent({ topics: [deleted, ...others] }), AT);
    expect(plan).toMatchObject({ topics: [], taken: 0, kept: 1, problem: expect.stringContaining('200') });
  });
});

describe('undoing a setting', () => {
  const row: JournalRow = {
    at: 5,
    action: 'setting',
    table: 'settings',
    key: 'theme',
    before: { key: 'theme', value: 'light' },
    after: { key: 'theme', value: 'dark' },
  };
  const { before: _before, ...first } = row;

  it.each<[string, JournalRow, unknown, Partial<ReturnType<typeof planUndo>>]>([
    [
      'back to the value before',
      row,
      'dark',
      { settings: [{ key: 'theme', value: 'light', at: AT }], taken: 1, kept: 0 },
    ],
    ['back to none', first as JournalRow, 'dark', { settings: [{ key: 'theme', at: AT }], taken: 1 }],
    ['not where it was changed since', row, 'system', { settings: [], taken: 0, kept: 1 }],
    ['not where it is so already', row, 'light', { settings: [], taken: 0, kept: 0 }],
  ])('%s', (_what, action, value, plan) => {
    expect(planUndo([action], toCurrent({ settings: [{ key: 'theme', value }] }), AT)).toMatchObject(plan);
  });
});

describe('an action with a later one', () => {
  const starred: Status = { paperId: '1', starred: { value: true, at: 5 } };
  const star: JournalRow = { at: 5, action: 'status:starred', table: 'statuses', key: '1', after: starred };
  const unstar: JournalRow = { ...star, before: starred, after: { paperId: '1', starred: { value: false, at: 6 } } };

  it('that wrote the same mark stays as it is, to be undone after that', () => {
    const current = toCurrent({ statuses: [starred], later: [star, unstar] });
    expect(planUndo([star], current, AT)).toMatchObject({ statuses: [], taken: 0, kept: 1, left: [star] });
  });

  it('that wrote something else is undone', () => {
    const later: JournalRow[] = [{ ...unstar, key: '2' }];
    expect(planUndo([star], toCurrent({ statuses: [starred], later }), AT)).toMatchObject({ taken: 1, left: [] });
  });

  it('leaves of a topic the fields that it could not take', () => {
    const [edited, now] = [
      { ...TOPIC, query: 'robot', badge: false },
      { ...TOPIC, query: 'speech', badge: false },
    ];
    const row = toTopicRow(TOPIC, edited);
    const plan = planUndo([row], toCurrent({ topics: [now], later: [toTopicRow(edited, now)] }), AT);
    expect(plan.topics).toMatchObject([{ query: 'speech', badge: true }]);
    expect(plan.left).toEqual([{ ...row, after: { ...edited, badge: true } }]);
  });
});
