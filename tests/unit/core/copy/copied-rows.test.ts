import { describe, expect, it } from 'vitest';
import { type CopiedTable, parseRows } from '@/lib/core/copy/copied-rows';
import { encodeShard } from '@/lib/core/copy/shards';

const yes = { value: true, at: 5 };
const status = {
  tags: { at: 8, value: ['a', 'b'] },
  starredSince: 5,
  paperId: '2611.10001',
  title: 'Ice “ǅ”',
  link: 'https://huggingface.co/papers/2611.10001',
  note: { value: 'first\n“two”', at: 7, more: 1 },
  dismissed: { value: false, at: 6 },
  later: yes,
  starred: yes,
  read: yes,
};
const topic = {
  times: { query: 4, name: 3, notAField: 1 },
  notify: false,
  enabled: true,
  id: 'b3b6e2a0-0000-4000-8000-000000000001',
  query: 'agents',
  name: ' Agents ',
  colour: 7,
  badge: true,
  position: 0.5,
  createdAt: 1,
  updatedAt: 2,
  deletedAt: 9,
};
const setting = { at: 3, value: { deep: [1, null] }, key: 'fromLater', more: true };

/** Texts that released code has written: read by every later one, or a copy would differ from its database for ever. */
const WRITTEN: [CopiedTable, object, string][] = [
  [
    'statuses',
    status,
    '0f7cd09dbf8465 [{"paperId":"2611.10001","title":"Ice “ǅ”","link":"https://huggingface.co/papers/2611.10001","read":{"value":true,"at":5},"starred":{"value":true,"at":5},"later":{"value":true,"at":5},"dismissed":{"value":false,"at":6},"note":{"value":"first\\n“two”","at":7},"tags":{"value":["a","b"],"at":8}}]',
  ],
  [
    'topics',
    topic,
    '0d519e1c71e230 [{"id":"b3b6e2a0-0000-4000-8000-000000000001","name":" Agents ","query":"agents","colour":7,"badge":true,"notify":false,"enabled":true,"position":0.5,"createdAt":1,"updatedAt":2,"deletedAt":9,"times":{"name":3,"query":4}}]',
  ],
  ['settings', setting, '1bc0ff51c5e46a [{"key":"fromLater","value":{"deep":[1,null]},"at":3}]'],
];

describe('a row in the copy', () => {
  it.each(WRITTEN)(
    'of %s has one text, whatever the order of its fields, without fields nobody knows',
    (table, row, text) => {
      expect(encodeShard(table, [row])).toBe(text);
      expect(parseRows(table, JSON.parse(text.slice(15)))).toHaveLength(1);
    },
  );

  const sparse = Object.assign(['a'], { length: 2 });

  it.each<[CopiedTable, object]>([
    ['statuses', { paperId: '' }],
    ['statuses', { paperId: 7 }],
    ['statuses', { ...status, title: undefined }],
    ['statuses', { ...status, read: null }],
    ['statuses', { ...status, read: [] }],
    ['statuses', { ...status, read: { value: 'yes', at: 5 } }],
    ['statuses', { ...status, read: { value: true } }],
    ['statuses', { ...status, read: { value: true, at: Number.NaN } }],
    ['statuses', { ...status, note: { value: ['a'], at: 5 } }],
    ['statuses', { ...status, tags: { value: ['a', 1], at: 5 } }],
    ['statuses', { ...status, tags: { value: sparse, at: 5 } }],
    ['topics', { ...topic, id: '' }],
    ['topics', { ...topic, colour: 8 }],
    ['topics', { ...topic, colour: '7' }],
    ['topics', { ...topic, badge: 1 }],
    ['topics', { ...topic, position: Number.POSITIVE_INFINITY }],
    ['topics', { ...topic, deletedAt: undefined }],
    ['topics', { ...topic, times: { query: '4' } }],
    ['settings', { ...setting, key: '' }],
    ['settings', { ...setting, at: '3' }],
    ['settings', []],
  ])('of %s is not sound as %j', (table, row) => {
    expect(parseRows(table, [row])).toBeUndefined();
  });

  it('may lack what need not be there', () => {
    expect(parseRows('statuses', [{ paperId: '1' }])).toEqual([{ paperId: '1' }]);
    expect(parseRows('settings', [{ key: 'theme' }])).toEqual([{ key: 'theme' }]);
  });
});
