import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord } from '@/lib/core/query/fold';
import { toSingular } from '@/lib/core/query/plural';

const PAIRS: [string, string][] = [
  ['models', 'model'],
  ['policies', 'policy'],
  ['images', 'image'],
  ['databases', 'database'],
  ['classes', 'class'],
  ['losses', 'loss'],
  ['boxes', 'box'],
  ['patches', 'patch'],
  ['meshes', 'mesh'],
  ['sizes', 'size'],
  ['caches', 'cache'],
  ['heroes', 'hero'],
  ['movies', 'movie'],
  ['indices', 'index'],
  ['indexes', 'index'],
  ['matrices', 'matrix'],
  ['analyses', 'analysis'],
  ['hypotheses', 'hypothesis'],
  ['biases', 'bias'],
  ['lenses', 'lens'],
  ['viruses', 'virus'],
  ['gans', 'gan'],
  ['llms', 'llm'],
  ['gpus', 'gpu'],
  ['apis', 'api'],
];

test.each(PAIRS)('%s and %s are the same word', (many, one) => {
  expect(toSingular(many)).toBe(toSingular(one));
});

test.each([
  'loss',
  'corpus',
  'analysis',
  'this',
  'focus',
  'news',
  'lens',
  'bias',
  'ais',
  'gas',
  'its',
  'series',
  'l2s',
])('%s stays as it is', (word) => {
  expect(toSingular(word)).toBe(word);
});

test.each([
  ['news', 'new'],
  ['general', 'generative'],
  ['policing', 'policy'],
  ['train', 'training'],
])('%s and %s stay apart', (one, other) => {
  expect(toSingular(one)).not.toBe(toSingular(other));
});

test('knows no word by the name of an object’s own members', () => {
  expect(toSingular('constructors')).toBe('constructor');
  expect(toSingular('tostrings')).toBe('tostring');
  expect(foldWord('__proto__').word).toBe('proto');
});

test('gives the same answer after its memory was emptied', () => {
  const before = foldWord('Diffusions');
  for (let i = 0; i < 50_000; i++) foldWord(`w${i}`);
  expect(foldWord('Diffusions')).toEqual(before);
});

test('a singular is its own singular', () => {
  const word = fc.tuple(
    fc.stringMatching(/^[a-z]{1,7}$/),
    fc.constantFrom('s', 'es', 'ies', 'sses', 'xes', 'ches', 'uses', 'ises', 'ss'),
  );
  fc.assert(
    fc.property(word, ([stem, ending]) => {
      const once = toSingular(stem + ending);
      expect(toSingular(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
  for (const [, one] of PAIRS) expect(toSingular(toSingular(one))).toBe(toSingular(one));
});
