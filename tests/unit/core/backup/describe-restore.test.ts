import { describe, expect, it } from 'vitest';
import { describeRestore } from '@/lib/core/backup/describe-restore';
import { planRestore } from '@/lib/core/backup/plan-restore';
import type { Status } from '@/lib/core/papers/status';
import type { SettingRow } from '@/lib/core/settings/settings';
import type { Topic } from '@/lib/core/topics/topic';
import { DATA } from './sample';

const NONE = { statuses: [], topics: [], settings: [] };
const EMPTY = { statuses: new Map(), topics: new Map(), settings: new Map() };
const AT = { mine: 5, theirs: 9 };

/** What the preview says of one field of a paper, a setting or a topic, here and in the file: "field: mine / theirs". */
function compareStatuses(mine: Partial<Status>, theirs: Partial<Status>) {
  const row = (fields: Partial<Status>): Status => ({ paperId: 'a', ...fields });
  const current = { ...EMPTY, statuses: new Map([['a', row(mine)]]) };
  return toWords(describeRestore(planRestore({ ...NONE, statuses: [row(theirs)] }, current)).kinds[0]);
}

function compareSettings(mine: unknown, theirs: unknown) {
  const row = (value: unknown, at: number): SettingRow =>
    value === undefined ? { key: 'a', at } : { key: 'a', value, at };
  const current = { ...EMPTY, settings: new Map([['a', row(mine, AT.mine)]]) };
  return toWords(describeRestore(planRestore({ ...NONE, settings: [row(theirs, AT.theirs)] }, current)).kinds[2]);
}

function compareTopics(mine: Partial<Topic>, theirs: Partial<Topic>) {
  const [topic] = DATA.topics as [Topic];
  const current = { ...EMPTY, topics: new Map([[topic.id, { ...topic, ...mine }]]) };
  return toWords(describeRestore(planRestore({ ...NONE, topics: [{ ...topic, ...theirs }] }, current)).kinds[1]);
}

function toWords(kind: ReturnType<typeof describeRestore>['kinds'][number] | undefined) {
  if (kind?.gone === 1) return 'on neither side';
  if (!kind?.different[0]) return kind?.equal === 1 ? 'the same' : 'new';
  return kind.different[0].differences.map(({ field, mine, theirs }) => `${field}: ${mine.words} / ${theirs.words}`);
}

const tags = (...value: string[]) => ({ tags: { value, at: 1 } });
const note = (value: string) => ({ note: { value, at: 1 } });

describe('the preview of a restore', () => {
  it('tells tags apart that read alike', () => {
    expect(compareStatuses(tags('a, b'), tags('a', 'b'))).toEqual(['tags: “a, b” / “a”, “b”']);
    expect(compareStatuses(tags('none'), tags())).toEqual(['tags: “none” / none']);
    expect(compareStatuses(tags('a”, “b'), tags('a', 'b'))).toEqual(['tags: ["a”, “b"] / ["a","b"]']);
  });

  it('tells values of a setting apart that read alike', () => {
    expect(compareSettings(true, 'on')).toEqual(['value: true / "on"']);
    expect(compareSettings('3', 3)).toEqual(['value: "3" / 3']);
    expect(compareSettings(undefined, 'the default')).toEqual(['value: the default / "the default"']);
    expect(compareSettings(undefined, null)).toEqual(['value: the default / null']);
    expect(compareSettings('dark', 'light')).toEqual(['value: dark / light']);
  });

  it('calls the same what was never set and what was cleared', () => {
    expect(compareStatuses({}, { starred: { value: false, at: 1 }, ...note(''), ...tags() })).toBe('the same');
    expect(compareStatuses({ read: { value: false, at: 1 } }, {})).toBe('the same');
    expect(compareTopics({ deletedAt: 9, updatedAt: 9 }, { deletedAt: 7, updatedAt: 7 })).toBe('on neither side');
    expect(compareSettings({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe('the same');
  });

  it('says so when there would be more topics than one can follow', () => {
    const topicsOf = (count: number, change: Partial<Topic> = {}) =>
      Array.from(
        { length: count },
        (_, i): Topic => ({ ...(DATA.topics[0] as Topic), id: `${i}`, name: `${i}`, ...change }),
      );
    const here = new Map(topicsOf(150).map((topic) => [topic.id, topic]));
    const noteOf = (topics: Topic[]) =>
      describeRestore(planRestore({ ...NONE, topics }, { ...EMPTY, topics: here })).kinds.map(({ note }) => note);
    expect(noteOf(topicsOf(200))).toEqual([undefined, undefined, undefined]);
    expect(noteOf([...topicsOf(201), ...topicsOf(1, { id: 'x', deletedAt: 9 })])[1]).toBe(
      'There would be 201 topics. With more than 200 the lists and the badge are slow, and no topic can be added: delete some then.',
    );
    expect(noteOf(topicsOf(201, { id: 'x', deletedAt: 9 }))[1]).toBeUndefined();
  });

  it('shows settings in the words of the options, and of new ones the default that holds here', () => {
    const file = { ...NONE, settings: [{ key: 'keepDays', value: 365, at: 9 }] };
    const settingsOf = (here: SettingRow[]) =>
      describeRestore(planRestore(file, { ...EMPTY, settings: new Map(here.map((row) => [row.key, row])) })).kinds[2];
    const backup = { words: 'For a year', at: 9 };
    expect(settingsOf([{ key: 'keepDays', value: 0, at: 5 }])?.different).toMatchObject([
      { differences: [{ mine: { words: 'For ever', at: 5 }, theirs: backup, winner: 'theirs' }] },
    ]);
    expect(settingsOf([])).toMatchObject({
      freshCount: 1,
      differentCount: 0,
      fresh: [
        {
          name: 'keepDays',
          differences: [{ mine: { words: 'the default (For ever)', at: 0 }, theirs: backup, winner: 'theirs' }],
        },
      ],
    });
  });

  it('tells of topics that are here already under the same name and query, and stay twice', () => {
    const [topic] = DATA.topics as [Topic];
    const noteOf = (here: Partial<Topic>[], there: Partial<Topic>[]) => {
      const rows = (topics: Partial<Topic>[], id: string) =>
        topics.map((change, i): Topic => ({ ...topic, id: `${id}${i}`, ...change }));
      const topics = new Map(rows(here, 'a').map((row) => [row.id, row]));
      return describeRestore(planRestore({ ...NONE, topics: rows(there, 'b') }, { ...EMPTY, topics })).kinds[1]?.note;
    };
    expect(noteOf([{}], [{ name: ' Agents' }])).toBe(
      'A topic with the name and the query of “ Agents” is here already: both stay.',
    );
    expect(noteOf([{}, { name: 'Ice' }], [{}, { name: 'Ice' }])).toBe(
      '2 of the new topics have the name and the query of one that is here already: both stay.',
    );
    for (const other of [{ query: 'other' }, { name: 'Other' }, { deletedAt: 9 }, { id: 'a0' }])
      expect(noteOf([{}], [other])).toBeUndefined();
    expect(noteOf([{ deletedAt: 9 }], [{}])).toBeUndefined();
  });

  it('says who wins by the value and not by its words', () => {
    const [line] =
      describeRestore(
        planRestore(
          { ...NONE, settings: [{ key: 'a', value: 'on', at: AT.mine }] },
          { ...EMPTY, settings: new Map([['a', { key: 'a', value: true, at: AT.theirs }]]) },
        ),
      ).kinds[2]?.different ?? [];
    expect(line?.differences).toMatchObject([{ mine: { at: AT.theirs }, theirs: { at: AT.mine }, winner: 'mine' }]);
  });
});
