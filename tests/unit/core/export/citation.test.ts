import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '@/lib/core/export/bibtex';
import { type CitedPaper, toCitation } from '@/lib/core/export/citation';

const PAPER: CitedPaper = {
  id: '2611.12345',
  title: 'Scaling GPT-4o to Video',
  authors: ['Ines Okafor', 'Daniel Brandt', 'Wei Li', 'Ana Sá'].map((name) => ({ name })),
  publishedAt: '2026-11-17T18:00:00.000Z',
  categories: ['cs.CV', 'cs.CL'],
};

function toFields(entry: string): Record<string, string> {
  const lines = entry.split('\n').filter((line) => line.startsWith('  '));
  return Object.fromEntries(lines.map((line) => /^ {2}(\w+) = \{(.*)\},?$/.exec(line)?.slice(1) ?? []));
}

describe('a BibTeX entry', () => {
  it('is what arXiv exports', () => {
    expect(toBibtex(PAPER)).toBe(`@misc{okafor2026scaling,
  title = {{Scaling GPT-4o to Video}},
  author = {Ines Okafor and Daniel Brandt and Wei Li and Ana Sá},
  year = {2026},
  eprint = {2611.12345},
  archivePrefix = {arXiv},
  primaryClass = {cs.CV},
  url = {https://arxiv.org/abs/2611.12345}
}
`);
  });

  it.each<[string, Partial<CitedPaper>, Record<string, string | undefined>]>([
    [
      'specials of TeX',
      { title: '50% of #1 & $x_i$ ~ ^' },
      { title: '{50\\% of \\#1 \\& \\$x\\_i\\$ \\textasciitilde{} \\textasciicircum{}}' },
    ],
    [
      'a command',
      { title: '\\input{/etc/passwd}' },
      { title: '{\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}}' },
    ],
    ['a lone brace', { title: 'Open } brace' }, { title: '{Open \\textbraceright{} brace}' }],
    [
      'tag-like words',
      { title: 'The <think> | token' },
      { title: '{The \\textless{}think\\textgreater{} \\textbar{} token}' },
    ],
    ['line breaks and control characters', { title: 'One\n  two\u0000\u0007' }, { title: '{One two}' }],
    [
      'other scripts',
      { title: '世界 мир שלום', authors: [{ name: '李伟' }] },
      { title: '{世界 мир שלום}', author: '李伟' },
    ],
    ['a company with a comma', { authors: [{ name: 'OpenAI, Inc.' }] }, { author: '{OpenAI, Inc.}' }],
    [
      'a name with "and"',
      { authors: [{ name: 'Barnes and Noble' }, { name: 'others' }] },
      { author: '{Barnes and Noble} and {others}' },
    ],
    ['no authors', { authors: [] }, { author: undefined }],
    ['no date: the id tells the year', { publishedAt: '' }, { year: '2026' }],
    [
      'an old id',
      { id: 'hep-ph/9609357', publishedAt: '', categories: ['hep-ph'] },
      { eprint: 'hep-ph/9609357', year: '1996', primaryClass: undefined },
    ],
    ['a category that is none', { categories: ['}, x = {'] }, { primaryClass: undefined }],
    ['no category', { categories: [] }, { primaryClass: undefined }],
    [
      'an id of another source',
      { id: 'huggingface:a-paper', publishedAt: '' },
      { eprint: undefined, year: undefined, url: 'https://huggingface.co/papers/a-paper' },
    ],
  ])('copes with %s', (_what, change, fields) => {
    const found = toFields(toBibtex({ ...PAPER, ...change }));
    for (const [name, value] of Object.entries(fields)) expect([name, found[name]]).toEqual([name, value]);
  });

  it.each<[Partial<CitedPaper>, string]>([
    [{}, 'okafor2026scaling'],
    [{ authors: [{ name: 'José Ñúñez' }], title: 'The Éclair' }, 'nunez2026eclair'],
    [{ authors: [{ name: '李伟' }] }, 'paper-2611-12345'],
    [{ id: 'huggingface:x', authors: [] }, 'paper-huggingface-x'],
  ])('has a key of plain letters and digits: %o', (change, key) => {
    expect(toBibtex({ ...PAPER, ...change })).toMatch(new RegExp(`^@misc\\{${key},\n`));
  });

  it('names all of 664 authors', () => {
    const authors = Array.from({ length: 664 }, (_, i) => ({ name: `Name ${i}` }));
    expect(toFields(toBibtex({ ...PAPER, authors })).author?.split(' and ')).toHaveLength(664);
  });

  it('is one entry with even braces and no command of the feed, whatever the feed says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'\\{}%@\n"and,#$&_^~ a') }),
    );
    fc.assert(
      fc.property(text, fc.array(text), text, (title, names, category) => {
        const entry = toBibtex({ ...PAPER, title, authors: names.map((name) => ({ name })), categories: [category] });
        // Readers of BibTeX count braces and know no escapes: the first even point must be the end.
        const rest = entry.slice('@misc{'.length);
        let depth = 1;
        const end = [...rest].findIndex((character) => {
          depth += character === '{' ? 1 : character === '}' ? -1 : 0;
          return depth === 0;
        });
        expect([...rest].slice(end).join('')).toBe('}\n');
        const commands = entry.match(/\\(?:[a-zA-Z]+\{\}|[$&#%_])?/g) ?? [];
        expect(commands).not.toContain('\\');
        expect(entry.replace(/\\[$&#%_]/g, '')).not.toMatch(/[$#%~^]/);
      }),
    );
  });
});

describe('a citation on one line', () => {
  it.each<[string, Partial<CitedPaper>, string]>([
    ['many authors', {}, 'Ines Okafor, Daniel Brandt et al. (2026). Scaling GPT-4o to Video. arXiv:2611.12345.'],
    [
      'three authors',
      { authors: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] },
      'A, B, C (2026). Scaling GPT-4o to Video. arXiv:2611.12345.',
    ],
    ['no authors', { authors: [] }, '(2026). Scaling GPT-4o to Video. arXiv:2611.12345.'],
    [
      'no date and no authors',
      { id: 'huggingface:x', authors: [], publishedAt: '' },
      'Scaling GPT-4o to Video. https://huggingface.co/papers/x',
    ],
    [
      'authors, but no date',
      { id: 'huggingface:x', authors: [{ name: 'A' }], publishedAt: '' },
      'A. Scaling GPT-4o to Video. https://huggingface.co/papers/x',
    ],
    ['a question', { title: 'Is it\n new?' }, 'Ines Okafor, Daniel Brandt et al. (2026). Is it new? arXiv:2611.12345.'],
    [
      'a paper the feed has lost',
      { authors: undefined, publishedAt: undefined } as never,
      '(2026). Scaling GPT-4o to Video. arXiv:2611.12345.',
    ],
  ])('of a paper with %s', (_what, change, text) => {
    expect(toCitation({ ...PAPER, ...change })).toBe(text);
  });
});
