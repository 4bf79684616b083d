import fc from 'fast-check';
import type { Paper } from '@/lib/core/papers/paper';
import type { Model } from './oracle';
import { makePaper } from './samples';

/** Words that meet in one form and not in another: small enough a set that queries and papers share some. */
const WORDS = [
  'diffusion',
  'Diffusions',
  'diffuse',
  'model',
  'models',
  'policy',
  'policies',
  'GPT-4o',
  'GPT4o',
  'C++',
  'c',
  'C#',
  '3D',
  'π0.5',
  'π_{0.5}',
  'L2',
  'L_2',
  'naïve',
  'naive',
  'ﬁelds',
  'field',
  '扩散',
  '模型',
  '扩散模型',
  '.NET',
  'net',
  'GANs',
  'gan',
  'text-to-image',
  'AI',
  'said',
  '𝐀lpha',
  'alpha',
  'İstanbul',
  'Łukasz',
  '한국어',
  '하',
  'ガン',
  'カン',
  'news',
  'new',
  'and',
  'Qwen2.5',
  'multi\u00admodal',
  'multimodal',
  'e\u0301tude',
  'étude',
  'Ω',
  'omega',
  'β',
  'pi0.5',
  'ωμέγα',
  '½',
  'A*',
  'ไทย',
];
const word = fc.constantFrom(...WORDS);
const gap = fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', ' (', ') ', '$', '\n', '/', ' \\textbf{', '}', '');
const anything = fc.string({ unit: 'binary', maxLength: 12 });

/** Abstract-like text: known words, punctuation, half-stripped LaTeX, and now and then anything at all. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: anything }), gap), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));

export const paper: fc.Arbitrary<Paper> = fc
  .record({
    title: text,
    summary: text,
    authors: fc.array(fc.record({ name: text }), { maxLength: 3 }),
    upvotes: fc.nat(50),
  })
  .map(makePaper);

const field = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  'title' as const,
  'abstract' as const,
  'author' as const,
);
const plainWord = word.filter((text) => !text.includes('*'));
const term = fc
  .record({
    kind: fc.constant('term' as const),
    text: fc.array(plainWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    prefix: fc.boolean(),
    field,
  })
  .map((made): Model => (/[+#]$/.test(made.text) ? { ...made, prefix: false } : made));

const model: fc.Arbitrary<Model> = fc.letrec<{ any: Model }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    fc.record({ kind: fc.constant('upvotes' as const), atLeast: fc.nat(50) }),
    fc.record({ kind: fc.constant('not' as const), item: tie('any') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('any'), { minLength: 2, maxLength: 4 }),
    }),
  ),
})).any;

/** One of the ways to write a model down. `choose` answers with a whole number below its argument. */
function write(made: Model, choose: (below: number) => number): string {
  const space = [' ', '  ', '\n', '\u00a0'][choose(4)] ?? ' ';
  const inner = (item: Model, bracket: boolean) => (bracket ? `(${write(item, choose)})` : write(item, choose));
  switch (made.kind) {
    case 'term': {
      const star = made.prefix ? '*' : '';
      const quoted = /[\s]/.test(made.text) || choose(2) === 0;
      const body = quoted ? `"${made.text}${star}"` : `${made.text}${star}`;
      const bracketed = choose(4) === 0 ? `(${body})` : body;
      if (!made.field) return bracketed;
      return `${choose(2) === 0 ? made.field : made.field.toUpperCase()}:${bracketed}`;
    }
    case 'upvotes':
      return [`upvotes:>=${made.atLeast}`, `upvotes:>${made.atLeast - 1}`, `upvotes:${made.atLeast}..`][
        made.atLeast === 0 ? 0 : choose(3)
      ] as string;
    case 'not': {
      const body = inner(made.item, made.item.kind === 'and' || made.item.kind === 'or');
      return choose(2) === 0 || body.startsWith('-') ? `NOT${space}${body}` : `-${body}`;
    }
    case 'or':
      return made.items.map((item) => inner(item, item.kind === 'or' && choose(2) === 0)).join(`${space}OR${space}`);
    case 'and':
      return made.items
        .map((item) => inner(item, item.kind === 'or'))
        .reduce((all, next) => `${all}${choose(2) === 0 ? space : ' AND '}${next}`);
  }
}

const pieces = fc.constantFrom(
  '(',
  ')',
  '"',
  '“',
  '”',
  '-',
  ' ',
  ' ',
  ' ',
  '*',
  ':',
  'AND',
  'OR',
  'NOT',
  'and',
  'title:',
  'has:',
  'has:code',
  'is:new',
  'is:',
  'upvotes:',
  'upvotes:>=20',
  '>=',
  '..',
  '100..500',
  'date:',
  'date:7d',
  'today',
  '2026-11-20',
  'foo:',
  'a',
  'diffus*',
  'x-y',
  '扩散',
  '++',
  '.',
  '\ud800',
  '\u0301',
  '\u0000',
  '\n',
  'constructor:',
  '__proto__:',
  'toString',
);
/** Text that looks like a query, right or wrong, up to the limit and a little over it. */
export const queryLike: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof({ weight: 12, arbitrary: pieces }, { weight: 1, arbitrary: anything }), { maxLength: 60 })
    .map((parts) => parts.join('')),
  fc.tuple(pieces, fc.nat(700), pieces, pieces, fc.nat(700)).map(([a, n, b, c, m]) => a.repeat(n) + b + c.repeat(m)),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .tuple(model, fc.infiniteStream(fc.nat(1000)))
    .map(([made, dice]) => write(made, (below) => (dice.next().value ?? 0) % below)),
);

/** A query that parses, with the model it was written from. */
export const written: fc.Arbitrary<{ made: Model; query: string }> = fc
  .tuple(model, fc.infiniteStream(fc.nat(1000)))
  .map(([made, dice]) => ({ made, query: write(made, (below) => (dice.next().value ?? 0) % below) }));
