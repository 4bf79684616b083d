import type { Paper } from '@/lib/core/papers/paper';
import { toSingular } from '@/lib/core/query/plural';

/**
 * The language by its definition, slowly: regular expressions for words, lists instead of hashes, and a tree that was
 * never parsed. Shares with the real thing only the plural table, which has a test of its own.
 */

export type Model =
  | { kind: 'and' | 'or'; items: Model[] }
  | { kind: 'not'; item: Model }
  | { kind: 'term'; text: string; prefix: boolean; field: 'title' | 'abstract' | 'author' | undefined }
  | { kind: 'upvotes'; atLeast: number };

export interface Place {
  field: string;
  from: number;
  to: number;
}

const ALONE =
  '(?:(?=[\\p{L}\\p{N}])[\\p{Script=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}])';
const RUN = `(?:(?!${ALONE})[\\p{L}\\p{N}])`;
const JOINS = '[\\p{M}\\p{Cf}]';
const POINT = `(?<=[0-9]${JOINS}*)\\.(?=[0-9])`;
const AFTER_LETTER = `(?<=${RUN}${JOINS}*)(?<![0-9]${JOINS}*)[_^]`;
const WORDS = new RegExp(
  [
    `(?<sign>(?<=[\\p{L}\\p{N}])(?:\\+\\+|#)|(?<=^|[\\s(\\[{"'“‘])\\.(?=[A-Za-z]))`,
    `${ALONE}${JOINS}*`,
    `${RUN}(?:${RUN}|${JOINS}|${POINT}|${AFTER_LETTER}(?=[0-9]))*(?:${AFTER_LETTER}\\{[0-9](?:[0-9]|(?<=[0-9])\\.)*\\})?`,
  ].join('|'),
  'gu',
);

const PLAIN: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};

export function naiveFold(raw: string): string {
  const letters = [...raw.normalize('NFKD')]
    .filter((letter) => !/[_^{}]|\p{Cf}/u.test(letter))
    .join('')
    .toLowerCase();
  const kept = [...letters].filter((letter) => !isAccent(letter.codePointAt(0) ?? 0));
  const folded = kept
    .map((letter) => PLAIN[letter] ?? letter)
    .join('')
    .normalize('NFC');
  const [first = '', ...rest] = folded;
  return /^[0-9][0-9.]*$/.test(rest.join('')) ? `${GREEK[first] ?? first}${rest.join('')}` : folded;
}

const GREEK: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

function isAccent(code: number): boolean {
  const ranges = [
    [0x300, 0x36f],
    [0x483, 0x487],
    [0x591, 0x5bd],
    [0x5bf, 0x5bf],
    [0x5c1, 0x5c2],
    [0x5c4, 0x5c5],
    [0x5c7, 0x5c7],
    [0x610, 0x61a],
    [0x64b, 0x65f],
    [0x670, 0x670],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x20d0, 0x20ff],
    [0xfe20, 0xfe2f],
  ] as const;
  return ranges.some(([first, last]) => code >= first && code <= last);
}

export interface NaiveWord extends Omit<Place, 'field'> {
  letters: string;
  word: string;
  isSign: boolean;
}

export function naiveWords(text: string): NaiveWord[] {
  return [...text.matchAll(WORDS)].map((match) => {
    const letters = naiveFold(match[0]);
    const from = match.index;
    return {
      from,
      to: from + match[0].length,
      letters,
      word: GREEK[letters] ?? toSingular(letters),
      isSign: match.groups?.sign !== undefined,
    };
  });
}

function textsOf(paper: Paper, field: string): string[] {
  if (field === 'author') return paper.authors.map((author) => author.name);
  return [field === 'title' ? paper.title : paper.summary];
}

/** Everywhere a term stands. */
function naiveFind(term: Extract<Model, { kind: 'term' }>, paper: Paper): Place[] {
  const wanted = naiveWords(term.text);
  const fields = term.field ? [term.field] : ['title', 'abstract'];
  return fields.flatMap((field) =>
    textsOf(paper, field).flatMap((text) => {
      const words = naiveWords(text);
      return words.flatMap((first, start) => {
        const here = words.slice(start, start + wanted.length);
        const same =
          here.length === wanted.length &&
          wanted.every(({ word, letters }, i) =>
            term.prefix && i === wanted.length - 1 ? here[i]?.letters.startsWith(letters) : here[i]?.word === word,
          );
        return same ? [{ field, from: first.from, to: here.at(-1)?.to ?? first.to }] : [];
      });
    }),
  );
}

/** Whether it matches and, if so, where: nothing for what is left out, every branch of an OR that holds. */
export function naiveAnswer(model: Model, paper: Paper): Place[] | undefined {
  switch (model.kind) {
    case 'term': {
      const places = naiveFind(model, paper);
      return places.length > 0 ? places : undefined;
    }
    case 'upvotes':
      return paper.upvotes >= model.atLeast ? [] : undefined;
    case 'not':
      return naiveAnswer(model.item, paper) ? undefined : [];
    case 'and': {
      const answers = model.items.map((item) => naiveAnswer(item, paper));
      return answers.every((answer) => answer !== undefined) ? answers.flat() : undefined;
    }
    case 'or': {
      const answers = model.items.map((item) => naiveAnswer(item, paper)).filter((answer) => answer !== undefined);
      return answers.length > 0 ? answers.flat() : undefined;
    }
  }
}
