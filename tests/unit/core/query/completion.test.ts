import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpot, toSuggestions } from '@/lib/core/query/completion';
import { FIELD_NAMES } from '@/lib/core/query/fields';
import { parseQuery } from '@/lib/core/query/parse-query';
import { FIELD_WORDS, REFERENCE } from '@/lib/core/query/reference';
import { createVocabulary } from '@/lib/core/query/vocabulary';
import { makePaper } from '../../../components/make-paper';

/** The bar is the caret. */
function spotAt(marked: string) {
  const caret = marked.indexOf('|');
  return findSpot(marked.replace('|', ''), caret);
}

describe('what is being written in a query', () => {
  it.each([
    ['tit|', { from: 0, to: 3, prefix: 'tit' }],
    ['agents -tit|', { from: 8, to: 11, prefix: 'tit' }],
    ['author:|', { from: 7, to: 7, field: 'author', prefix: '' }],
    ['a AUTHOR:fei| b', { from: 9, to: 12, field: 'author', prefix: 'fei' }],
    ['author:"Fei-Fei L|', { from: 7, to: 17, field: 'author', prefix: 'Fei-Fei L' }],
    ['author:"Fei|" b', { from: 7, to: 12, field: 'author', prefix: 'Fei' }],
    ['org:(nvidia OR goo|)', { from: 15, to: 18, field: 'org', prefix: 'goo' }],
    ['org:(|)', { from: 5, to: 5, field: 'org', prefix: '' }],
    ['(agents) ha|', { from: 9, to: 11, prefix: 'ha' }],
    ['-has:c|', { from: 5, to: 6, field: 'has', prefix: 'c' }],
  ])('is found in %s', (marked, spot) => {
    expect(spotAt(marked)).toEqual(spot);
  });

  it.each(['"world mod|', 'tit|le', 'http://x|', 'org:(nvidia |)', 'author:"Fei-Fei Li"x|y'])(
    'is nothing that can be completed in %s',
    (marked) => {
      expect(spotAt(marked)).toBeUndefined();
    },
  );

  it('lies inside the text and ends at the caret or behind its quotation mark, whatever is written', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '"', '(', ')', ':', '-', 'author:', 'is:'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.nat(40), (query, at) => {
        const caret = Math.min(at, query.length);
        const spot = findSpot(query, caret);
        if (!spot) return;
        expect(spot.from).toBeGreaterThanOrEqual(0);
        expect(spot.from).toBeLessThanOrEqual(caret);
        expect(query.slice(spot.from, caret)).toContain(spot.prefix);
        expect([caret, caret + 1]).toContain(spot.to);
      }),
    );
  });
});

describe('what is offered', () => {
  const offer = (marked: string, all = false) => {
    const spot = spotAt(marked);
    return spot ? toSuggestions(spot, [], all).map(({ insert }) => insert) : [];
  };

  it('are the fields that begin so, from the second letter on, each with what it does', () => {
    expect(offer('au|')).toEqual(['author:']);
    expect(offer('a|')).toEqual([]);
    expect(offer('|', true)).toEqual(FIELD_NAMES.map((name) => `${name}:`));
    for (const name of FIELD_NAMES) expect(FIELD_WORDS[name]).toMatch(/\w/);
  });

  it('are the values of a field that has few, but not the one that is written already', () => {
    expect(offer('has:|')).toEqual(['code', 'project', 'media', 'note']);
    expect(offer('is:un|')).toEqual(['unread']);
    expect(offer('has:code|')).toEqual([]);
    expect(offer('date:t|')).toEqual(['today']);
  });

  it('are names that fit what is written by now, quoted where they are more than a word', () => {
    const names = ['Fei-Fei Li', 'Félix Ó "X" Doe', 'Bengio'].map((value, i) => ({ value, papers: 3 - i }));
    const offered = (prefix: string) => toSuggestions({ from: 0, to: 0, field: 'author', prefix }, names);
    expect(offered('fe').map(({ insert }) => insert)).toEqual(['"Fei-Fei Li"', '"Félix Ó X Doe"']);
    expect(offered('li')[0]?.words).toBe('3 papers');
    expect(offered('BEN')).toEqual([{ insert: 'Bengio', label: 'Bengio', words: '1 paper' }]);
  });

  it('can be read once it is written, whatever the name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z].{0,20}$/u), (value) => {
        const [offered] = toSuggestions({ from: 7, to: 7, field: 'author', prefix: '' }, [{ value, papers: 1 }]);
        expect(offered && parseQuery(`author:${offered.insert}`).ok).toBe(true);
      }),
      { examples: [['OR'], ['NOT']] },
    );
  });
});

describe('the names of the stored papers', () => {
  const vocabulary = createVocabulary();
  for (const [i, name] of ['Ana Núñez', 'Ben Nunes', 'Ana Núñez', 'ana nunez', 'Li Wei'].entries())
    vocabulary.add(makePaper({ id: `${i}`, authors: [{ name }], organization: { name: 'nv', fullname: 'NVIDIA' } }));

  it('are found by the beginning of any of their words, accents and case aside, the most frequent first', () => {
    expect(vocabulary.find('author', 'NUN', 8)).toEqual([
      { value: 'Ana Núñez', papers: 3 },
      { value: 'Ben Nunes', papers: 1 },
    ]);
    expect(vocabulary.find('author', 'unez', 8)).toEqual([]);
    expect(vocabulary.find('author', '', 1)).toEqual([{ value: 'Ana Núñez', papers: 3 }]);
    expect(vocabulary.find('org', 'nv', 8)).toEqual([{ value: 'NVIDIA', papers: 5 }]);
  });
});

describe('the short reference', () => {
  it.each(REFERENCE.flatMap(({ lines }) => lines.map(({ example }) => example)))(
    'has only queries that parse: %s',
    (example) => {
      expect(parseQuery(example).ok).toBe(true);
    },
  );
});
