import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findCountProblem,
  findNameProblem,
  nextColour,
  nextPosition,
  planMove,
  planTopic,
  TOPIC_LIMIT,
  TOPIC_NAME_LIMIT,
  toFreeName,
  toShown,
} from '@/lib/core/topics/plan-topics';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';
import { parseTopic } from '@/lib/core/topics/topic-schema';
import { makeTopic } from './sample-topics';

const UUID = '3f2b8f6e-1c1a-4c8e-9d55-0a4b7f1c2d3e';
const made = { id: UUID, now: 7 };

test('a new topic stands last, on the badge, in a colour and under a name of its own', () => {
  const topics = [makeTopic('Agents', { position: 4 }), makeTopic('gone', { position: 9, deletedAt: 1, colour: 1 })];
  expect(planTopic({ name: ' agents ', query: 'agent' }, topics, made)).toEqual({
    id: UUID,
    name: 'agents 2',
    query: 'agent',
    colour: 1,
    badge: true,
    notify: false,
    enabled: true,
    position: 10,
    createdAt: 7,
    updatedAt: 7,
  });
});

test('the first eight topics all have different colours, the ninth begins again', () => {
  const topics: Topic[] = [];
  for (let i = 0; i < 9; i++) topics.push(planTopic({ name: `t${i}`, query: 'a' }, topics, { id: `${i}`, now: 0 }));
  expect(topics.map((topic) => topic.colour)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
});

test('a colour that was freed is used before any is used twice', () => {
  const topics = [0, 1, 3, 4, 5, 6, 7].map((colour) => makeTopic(`${colour}`, { colour: colour as TopicColour }));
  expect(nextColour(topics)).toBe(2);
});

describe('moving', () => {
  const topics = ['a', 'b', 'c'].map((id, position) => makeTopic(id, { position }));
  test.each<[string, number, object[]]>([
    [
      'a',
      1,
      [
        { id: 'b', position: 0 },
        { id: 'a', position: 1 },
      ],
    ],
    [
      'c',
      0,
      [
        { id: 'c', position: 0 },
        { id: 'a', position: 1 },
        { id: 'b', position: 2 },
      ],
    ],
    [
      'a',
      99,
      [
        { id: 'b', position: 0 },
        { id: 'c', position: 1 },
        { id: 'a', position: 2 },
      ],
    ],
    ['a', -5, []],
    ['b', 1, []],
    ['unknown', 0, []],
  ])('%s to %i writes only what changes', (id, toIndex, expected) => {
    expect(planMove(topics, id, toIndex)).toEqual(expected);
  });

  test('puts the topic where it was dropped, keeps the order of the others, and passes over deleted ones', () => {
    const topic = fc.record({
      id: fc.nat(30).map(String),
      position: fc.integer({ min: -3, max: 12 }),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(topic, { selector: ({ id }) => id, minLength: 1 }),
        fc.nat(),
        fc.integer({ min: -2, max: 30 }),
        (rows, pick, to) => {
          const before = rows.map(({ id, position, gone }) =>
            makeTopic(id, { position, ...(gone ? { deletedAt: 1 } : {}) }),
          );
          const shown = toShown(before).map(({ id }) => id);
          fc.pre(shown.length > 0);
          const id = shown[pick % shown.length] as string;
          const moves = new Map(planMove(before, id, to).map((move) => [move.id, move.position]));
          const after = toShown(before.map((row) => ({ ...row, position: moves.get(row.id) ?? row.position }))).map(
            (row) => row.id,
          );
          expect(after.indexOf(id)).toBe(Math.min(Math.max(to, 0), shown.length - 1));
          expect(after.filter((other) => other !== id)).toEqual(shown.filter((other) => other !== id));
          expect([...moves.keys()].every((moved) => shown.includes(moved))).toBe(true);
        },
      ),
    );
  });
});

describe('names', () => {
  const topics = [
    makeTopic('1', { name: 'Agents' }),
    makeTopic('2', { name: 'Agents 2' }),
    makeTopic('3', { name: 'Old', deletedAt: 1 }),
  ];

  test.each([
    ['', 'Give the topic a name.'],
    ['  \n', 'Give the topic a name.'],
    ['x'.repeat(61), 'A name has at most 60 characters; this one has 61.'],
    [' aGents', 'Another topic is called “aGents” already. Choose another name.'],
  ])('%j is refused with: %s', (name, problem) => {
    expect(findNameProblem(name, topics)).toBe(problem);
  });

  test.each(['Old', 'x'.repeat(60), '🤗'.repeat(60), 'Agents 3'])('%j can be saved', (name) => {
    expect(findNameProblem(name, topics)).toBeUndefined();
  });

  test('a topic may keep its own name', () => {
    expect(findNameProblem('agents', topics, '1')).toBeUndefined();
    expect(findNameProblem('agents', topics, '2')).toContain('already');
  });

  test('a taken name gets the first free number', () => {
    expect(toFreeName('Agents', topics)).toBe('Agents 3');
    expect(toFreeName('', topics)).toBe('New topic');
  });

  test('a free name can always be saved', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('Agents', 'x'.repeat(80)));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, (others, wanted) => {
        const taken: Topic[] = [];
        for (const other of others) taken.push(makeTopic(`${taken.length}`, { name: toFreeName(other, taken) }));
        const free = toFreeName(wanted, taken);
        expect(findNameProblem(free, taken)).toBeUndefined();
        expect([...free].length).toBeLessThanOrEqual(TOPIC_NAME_LIMIT);
      }),
    );
  });
});

test('there are at most 200 topics, deleted ones not counted', () => {
  const topics = Array.from({ length: TOPIC_LIMIT }, (_, i) => makeTopic(`${i}`));
  expect(findCountProblem(topics)).toContain('200 topics');
  expect(findCountProblem([...topics.slice(1), makeTopic('x', { deletedAt: 1 })])).toBeUndefined();
  expect(nextPosition([])).toBe(0);
});

describe('a topic from outside', () => {
  const good = planTopic({ name: 'Agents', query: 'agent (' }, [], made);

  test('is taken as it is, its name cleaned and unknown fields dropped', () => {
    expect(parseTopic({ ...good, name: ' Agents\n ', extra: 1 })).toEqual({ ok: true, topic: good });
    expect(parseTopic({ ...good, deletedAt: 5 })).toEqual({ ok: true, topic: { ...good, deletedAt: 5 } });
  });

  test.each<[object | null, string]>([
    [{ id: 'a' }, 'id'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ query: 5 }, 'query'],
    [{ query: 'x'.repeat(2001) }, 'query'],
    [{ colour: 8 }, 'colour'],
    [{ colour: '1' }, 'colour'],
    [{ badge: 1 }, 'badge'],
    [{ notify: undefined }, 'notify'],
    [{ enabled: null }, 'enabled'],
    [{ position: Number.NaN }, 'position'],
    [{ position: -1 }, 'position'],
    [{ createdAt: 'x' }, 'createdAt'],
    [{ updatedAt: Number.POSITIVE_INFINITY }, 'updatedAt'],
    [{ deletedAt: null }, 'deletedAt'],
  ])('with %j is refused, naming the field', (change, field) => {
    const result = parseTopic({ ...good, ...change });
    expect(result).toMatchObject({ ok: false, problem: expect.stringMatching(new RegExp(`^${field} `)) });
  });

  test('may be anything at all without throwing or reaching the prototype', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => void parseTopic(value)));
    parseTopic(JSON.parse(`{"__proto__":{"polluted":1},"id":"${UUID}"}`));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
