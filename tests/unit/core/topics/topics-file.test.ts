import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeImport } from '@/lib/core/topics/describe-import';
import { readTopicsFile } from '@/lib/core/topics/read-topics-file';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';
import { toTopicsFile } from '@/lib/core/topics/topics-file';

function toTopic(index: number, change: Partial<Topic> = {}): Topic {
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `Topic ${index}`,
    query: `word${index}`,
    colour: (index % 8) as TopicColour,
    badge: true,
    notify: false,
    enabled: true,
    position: index,
    createdAt: 1,
    updatedAt: 2,
    ...change,
  };
}

/** A file with these entries, whatever they are. */
const toFile = (...entries: unknown[]) =>
  JSON.stringify({ format: 'daily-papers-topics', version: 1, topics: entries });

const problemOf = (text: string) => {
  const result = readTopicsFile(text);
  return result.ok ? undefined : result.problem;
};

describe('a file of topics', () => {
  it('comes back as it went out, without the deleted ones', () => {
    const topics = [toTopic(0), toTopic(1, { query: '(broken', enabled: false }), toTopic(2, { deletedAt: 5 })];
    expect(readTopicsFile(toTopicsFile(topics))).toEqual({ ok: true, topics: topics.slice(0, 2) });
    expect(readTopicsFile(`\uFEFF${toTopicsFile(topics)}`).ok).toBe(true);
  });

  it('holds which topics alert; one of an older version, which has no such field, does not', () => {
    const { notify: _notify, ...older } = toTopic(1);
    const result = readTopicsFile(toTopicsFile([toTopic(0, { notify: true }), older as Topic]));
    expect(result.ok && result.topics.map(({ notify }) => notify)).toEqual([true, false]);
  });

  it('comes back as it went out, whatever the names and queries', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (queries) => {
        const topics = queries.map((query, i) => toTopic(i, { query }));
        expect(readTopicsFile(toTopicsFile(topics))).toEqual({ ok: true, topics });
      }),
    );
  });

  it.each([
    ['', 'The file is empty.'],
    [' \n', 'The file is empty.'],
    ['title,query\nAgents,agent*', 'The file is not JSON, or it was cut off on its way.'],
    [toTopicsFile([toTopic(0)]).slice(0, -20), 'The file is not JSON, or it was cut off on its way.'],
    ['[]', 'This is not a file of topics: it does not begin with "format": "daily-papers-topics".'],
    ['{"topics":[]}', 'This is not a file of topics: it does not begin with "format": "daily-papers-topics".'],
    [
      '{"format":"daily-papers-topics","version":2,"topics":[]}',
      'The file was written by a newer version of Daily Papers (its form is 2, this one reads 1). Update the extension first.',
    ],
    ['{"format":"daily-papers-topics","topics":[]}', 'The file does not say which form it has: "version" must be 1.'],
    ['{"format":"daily-papers-topics","version":1}', 'The file has no list of "topics".'],
    [toFile(), 'The file holds no topics.'],
    [
      toFile(...Array.from({ length: 201 }, (_, i) => toTopic(i))),
      'The file holds 201 topics; there can be at most 200.',
    ],
    ['['.repeat(100_000), 'The file is nested too deeply to be a file of topics.'],
    [`"${'x'.repeat(2_000_001)}"`, 'The file is too large to be a file of topics.'],
  ])('is refused with words: %.40s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it.each([
    [{ colour: 8 }, 'Topic 3, “Agents”: colour must be a whole number from 0 to 7.'],
    [{ colour: '1' }, 'Topic 3, “Agents”: colour must be a whole number from 0 to 7.'],
    [{ id: '7' }, 'Topic 3, “Agents”: id must be a UUID.'],
    [{ name: ' ' }, 'Topic 3: name has 1 to 60 characters.'],
    [{ name: 7 }, 'Topic 3: name must be text.'],
    [{ query: null }, 'Topic 3, “Agents”: query must be text.'],
    [{ query: 'x'.repeat(2001) }, 'Topic 3, “Agents”: query has at most 2000 characters.'],
    [{ badge: 'yes' }, 'Topic 3, “Agents”: badge must be true or false.'],
    [{ position: -1 }, /^Topic 3, “Agents”: position .+\.$/],
    [{ createdAt: 'now' }, 'Topic 3, “Agents”: createdAt must be a time in milliseconds.'],
    [{ deletedAt: 5 }, 'Topic 3, “Agents”: it is marked as deleted. Take "deletedAt" away, or the whole entry.'],
    [{ id: toTopic(1).id }, 'Topic 3, “Agents”: it has the same id as topic 2.'],
  ])('names the entry that is wrong and why: %j', (change, problem) => {
    const wrong = { ...toTopic(2, { name: 'Agents' }), ...change };
    const found = problemOf(toFile(toTopic(0), toTopic(1), wrong, toTopic(3)));
    if (typeof problem === 'string') expect(found).toBe(problem);
    else expect(found).toMatch(problem);
  });

  it('names an entry that is no object', () => {
    expect(problemOf(toFile(toTopic(0), null))).toBe('Topic 2: a topic must be an object.');
  });

  it('takes nothing from a __proto__, and gives it to nobody', () => {
    const { colour: _colour, ...bare } = toTopic(0);
    const evil = JSON.stringify(bare).replace(/}$/, ',"__proto__":{"colour":1,"polluted":true},"constructor":1}');
    expect(problemOf(`{"format":"daily-papers-topics","version":1,"topics":[${evil}]}`)).toMatch(/colour must be/);
    const whole = JSON.stringify(toTopic(0)).replace(/}$/, ',"__proto__":{"polluted":true}}');
    const result = readTopicsFile(`{"format":"daily-papers-topics","version":1,"topics":[${whole}]}`);
    expect(result).toEqual({ ok: true, topics: [toTopic(0)] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(problemOf('{"__proto__":{"format":"daily-papers-topics"}}')).toMatch(/not a file of topics/);
  });

  it('is answered whatever is in it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readTopicsFile(text).ok).toBe(false);
      }),
    );
  });
});

describe('what an import would change', () => {
  const mine = [toTopic(0), toTopic(1), toTopic(2, { name: 'Agents' })];

  it('is told of each topic: new, different and in what, or the same', () => {
    const incoming = [toTopic(0), toTopic(1, { query: 'other', colour: 7 }), toTopic(9, { name: 'agents' })];
    const described = describeImport(incoming, mine);
    expect(described.ok && described.lines.map(({ name, kind, changes }) => [name, kind, changes])).toEqual([
      ['Topic 0', 'same', ''],
      ['Topic 1', 'different', 'query, colour'],
      ['agents 2', 'new', ''],
    ]);
  });

  it('is nothing at a second import of the same file', () => {
    const described = describeImport(mine, mine);
    expect(described.ok && described.lines.every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('says of a query that does not parse why', () => {
    const described = describeImport([toTopic(5, { query: 'agents (' })], mine);
    expect(described.ok && described.lines[0]).toMatchObject({
      kind: 'new',
      queryError: expect.stringMatching(/bracket/),
    });
  });

  it('is refused in words where there would be more topics than there can be', () => {
    const many = Array.from({ length: 198 }, (_, i) => toTopic(i + 100));
    expect(describeImport(many, mine)).toMatchObject({ ok: false, problem: expect.stringMatching(/200/) });
  });
});
