import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFieldQuery } from '@/lib/core/query/field-query';
import { parseQuery } from '@/lib/core/query/parse-query';
import { makePaper } from '../../../components/make-paper';

describe('a query for one entry', () => {
  it.each([
    ['author', 'Fei-Fei Li', 'author:"Fei-Fei Li"'],
    ['org', '  Northfield\n Lab ', 'org:"Northfield Lab"'],
    ['keyword', 'the “world” model', 'keyword:"the world model"'],
  ] as const)('%s %j is %s', (field, text, expected) => {
    expect(toFieldQuery(field, text)).toBe(expected);
  });

  it.each(['', '  ', '""', '--', '…'])('is none where there is nothing to look for: %j', (text) => {
    expect(toFieldQuery('author', text)).toBeUndefined();
  });

  it('finds the paper that has the entry, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const query = toFieldQuery('author', name);
        if (query === undefined) return;
        const parsed = parseQuery(query);
        if (!parsed.ok) return;
        const paper = makePaper({ authors: [{ name }] });
        expect(parsed.query.matches({ paper, seen: false, today: '2026-11-23' })).toBe(true);
      }),
    );
  });
});
