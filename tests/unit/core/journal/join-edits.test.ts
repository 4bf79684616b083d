import { expect, it } from 'vitest';
import { joinEdit } from '@/lib/core/journal/join-edits';
import type { JournalRow } from '@/lib/core/journal/journal';
import type { Topic } from '@/lib/core/topics/topic';

const TOPIC = { id: 't', name: 'Agents', query: 'a', colour: 0, badge: true, enabled: true, position: 0 } as Topic;

function toEdit(change: Partial<Topic>, action = 'topic:edit'): JournalRow {
  const after = { ...TOPIC, ...change };
  return { seq: 3, at: 1_000, group: 'g', action, open: 'topics', table: 'topics', key: 't', before: TOPIC, after };
}

const TYPED = toEdit({ query: 'ag' });

it.each<[string, JournalRow | undefined, Partial<Topic>, number, boolean]>([
  ['the next letters of a query', TYPED, { query: 'age' }, 2_000, true],
  ['letters after ten seconds', TYPED, { query: 'age' }, 11_001, false],
  ['another field', TYPED, { query: 'ag', name: 'Other' }, 2_000, false],
  ['the query after query and name', toEdit({ query: 'ag', name: 'Ag' }), { query: 'age', name: 'Ag' }, 2_000, true],
  ['a switch', toEdit({ badge: false }), { badge: true }, 2_000, false],
  ['a switch after letters', TYPED, { query: 'ag', badge: false }, 2_000, false],
  ['letters in another topic', TYPED, { id: 'u', query: 'age' }, 2_000, false],
  ['letters after a deletion', toEdit({ deletedAt: 5 }, 'topic:delete'), { query: 'age' }, 2_000, false],
  ['letters with the clock turned back', TYPED, { query: 'age' }, 500, false],
  ['the first edit of all', undefined, { query: 'age' }, 2_000, false],
])('%s', (_what, last, change, at, joins) => {
  const after = { ...TOPIC, ...change };
  const joined = joinEdit(last, after, at);
  expect(joined).toEqual(joins && last ? { ...last, at, after } : undefined);
});
