import { describe, expect, it } from 'vitest';
import { planImport } from '@/lib/core/topics/plan-import';
import type { Topic } from '@/lib/core/topics/topic';

function toTopic(id: string, rest: Partial<Topic> = {}): Topic {
  const flags = { badge: true, notify: false, enabled: true } as const;
  return { id, name: id, query: `q${id}`, colour: 0, ...flags, position: 0, createdAt: 1, updatedAt: 1, ...rest };
}

const MINE = [
  toTopic('a', { position: 0 }),
  toTopic('b', { position: 4 }),
  toTopic('gone', { position: 6, deletedAt: 3 }),
];

describe('topics from a file', () => {
  it.each<[string, Topic[], Partial<Topic>[]]>([
    [
      'follow behind, in the order of the file',
      [toTopic('y', { position: 9 }), toTopic('x', { position: 2 })],
      [
        { id: 'x', position: 7, updatedAt: 50 },
        { id: 'y', position: 8 },
      ],
    ],
    [
      'take the words of the file where they are known',
      [toTopic('a', { query: 'new', position: 30 })],
      [{ id: 'a', query: 'new', position: 0 }],
    ],
    ['come back in their place where they were deleted', [toTopic('gone')], [{ id: 'gone', position: 6 }]],
    ['get names of their own', [toTopic('x', { name: 'A' })], [{ id: 'x', name: 'A 2' }]],
    ['are left out where they are there under another id', [toTopic('x', { name: 'a', query: 'qa' })], []],
    ['are left out where the file has them as deleted', [toTopic('x', { deletedAt: 4 })], []],
  ])('%s', (_what, incoming, rows) => {
    const planned = planImport(incoming, MINE, 50);
    expect(planned).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) expect(planned[i]).toMatchObject(row);
    for (const row of planned) expect(row).not.toHaveProperty('deletedAt');
  });

  it('are refused as a whole where they would be too many', () => {
    const many = Array.from({ length: 199 }, (_, i) => toTopic(`n${i}`));
    expect(() => planImport(many, MINE, 50)).toThrow(/There are 200 topics.*Nothing was imported\./);
  });
});
