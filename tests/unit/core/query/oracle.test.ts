import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { foldLetters } from '@/lib/core/query/fold';
import { hashOf } from '@/lib/core/query/hash';
import { parseQuery } from '@/lib/core/query/parse-query';
import { toTokens } from '@/lib/core/query/scan';
import { indexText } from '@/lib/core/query/text-index';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { hasRecordedFeed, readRecordedBodies } from '../../recorded-data';
import * as arbitrary from './arbitraries';
import { naiveAnswer, naiveFold, naiveWords } from './oracle';
import { compile, makeSubject, TODAY } from './samples';

// Slow by nature; beside a whole suite on two cores slower still.
vi.setConfig({ testTimeout: 60_000 });

test('reads the words of any text as their definition says', () => {
  fc.assert(
    fc.property(fc.oneof(arbitrary.text, fc.string({ unit: 'binary' })), (text) => {
      const words = toTokens(text).map(({ from, to, word, letters, isSign }) => ({ from, to, word, letters, isSign }));
      expect(words).toEqual(naiveWords(text));
    }),
    { numRuns: 1500 },
  );
});

test('indexes the same words of any text, whichever way it reads them', () => {
  fc.assert(
    fc.property(fc.oneof(arbitrary.text, fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const { hashes, starts } = indexText(text);
      const words = toTokens(text);
      expect([...starts]).toEqual(words.map(({ from }) => from));
      expect([...hashes]).toEqual(words.map(({ word }) => hashOf(word)));
    }),
    { numRuns: 1500 },
  );
});

test.each([2_047, 2_048, 2_049, 70_000])('indexes a text of %i words whole, and a short one after it', (count) => {
  const text = Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
  const { hashes, starts } = indexText(text);
  expect([...hashes]).toEqual(text.split(' ').map(hashOf));
  expect(starts.at(-1)).toBe(text.lastIndexOf(' ') + 1);
  expect([...indexText('short text').starts]).toEqual([0, 6]);
});

test('folds any text as the definition says, to the same again when folded twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldLetters(text)).toBe(naiveFold(text));
      expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
    }),
    { numRuns: 1500 },
  );
});

test('a written query matches and explains the papers its definition does', () => {
  let hits = 0;
  fc.assert(
    fc.property(arbitrary.written, arbitrary.paper, ({ made, query }, paper) => {
      const parsed = parseQuery(query);
      if (!parsed.ok) throw new Error(`${JSON.stringify(query)}: ${parsed.error.message}`);
      const subject = { paper, seen: false, today: TODAY };
      const places = naiveAnswer(made, paper);
      if (places) hits++;
      expect(parsed.query.matches(subject)).toBe(places !== undefined);
      const found = parsed.query.explain(subject).filter((match) => match.kind === 'text');
      expect(found.map(({ field, from, to }) => `${field} ${from} ${to}`).sort()).toEqual(
        (places ?? []).map(({ field, from, to }) => `${field} ${from} ${to}`).sort(),
      );
    }),
    { numRuns: 1500 },
  );
  expect(hits).toBeGreaterThan(200);
});

test('any word of a text, copied into a query, is found where it stands', () => {
  fc.assert(
    fc.property(
      fc.oneof(arbitrary.text, fc.string({ unit: 'binary' })),
      fc.nat(),
      fc.boolean(),
      (text, pick, quoted) => {
        const words = toTokens(text).filter((word) => !word.isSign);
        const word = words[pick % Math.max(1, words.length)];
        fc.pre(word !== undefined);
        const raw = text.slice(word.from, word.to);
        fc.pre(quoted || !/^(?:AND|OR|NOT)$/.test(raw));
        const found = compile(quoted ? `"${raw}"` : raw).explain(makeSubject({ title: text }));
        expect(found).toContainEqual(expect.objectContaining({ field: 'title', from: word.from, to: word.to }));
      },
    ),
    { numRuns: 1000 },
  );
});

test('every marked place, cut out of the original text, folds to the term', () => {
  fc.assert(
    fc.property(arbitrary.written, arbitrary.paper, ({ query }, paper) => {
      for (const match of compile(query).explain({ paper, seen: false, today: TODAY })) {
        if (match.kind !== 'text') continue;
        const cut = naiveWords(match.text.slice(match.from, match.to));
        const term = naiveWords(match.term);
        expect(cut.length).toBe(term.length);
        const prefix = match.term.endsWith('*');
        term.forEach(({ word, letters }, i) => {
          if (prefix && i === term.length - 1) expect(cut[i]?.letters.startsWith(letters)).toBe(true);
          else expect(cut[i]?.word).toBe(word);
        });
      }
    }),
    { numRuns: 1000 },
  );
});

describe.skipIf(!hasRecordedFeed)('over the recorded papers', () => {
  test('reads every title and abstract as the definition says, LaTeX and all', () => {
    let count = 0;
    // Every fifth day: the definition is slow, and the days are alike.
    for (const { date, text } of readRecordedBodies(['oldest', 'days']).filter((_, i) => i % 5 === 0)) {
      const parsed = parseDailyPapers(JSON.parse(text), date);
      for (const { title, summary = '' } of parsed.ok ? parsed.papers : []) {
        for (const text of [title, summary]) {
          const words = toTokens(text);
          expect(words.map(({ from, to, word }) => `${from} ${to} ${word}`)).toEqual(
            naiveWords(text).map(({ from, to, word }) => `${from} ${to} ${word}`),
          );
          expect([...indexText(text).starts]).toEqual(words.map(({ from }) => from));
          count += words.length;
        }
      }
    }
    expect(count).toBeGreaterThan(40_000);
  });
});
