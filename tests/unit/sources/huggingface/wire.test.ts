import { describe, expect, it } from 'vitest';
import type { IncomingPaper } from '@/lib/core/papers/paper';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { DAY, type Json, toWireItem, withAt, without } from './wire-item';

function parse(...items: Json[]) {
  const parsed = parseDailyPapers(items, DAY);
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed;
}

function parseOne(item: Json): IncomingPaper {
  const [paper] = parse(item).papers;
  if (!paper) throw new Error('dropped');
  return paper;
}

describe('an answer that is no list', () => {
  it.each([
    [{ error: 'Too many requests', code: 1 }, 'Expected a list, got an object with error, code.'],
    [{}, 'Expected a list, got an empty object.'],
    [null, 'Expected a list, got nothing.'],
    ['[]', 'Expected a list, got text.'],
    [5, 'Expected a list, got a number.'],
    [true, 'Expected a list, got yes or no.'],
  ])('%j is of the wrong shape', (body, detail) => {
    expect(parseDailyPapers(body, DAY)).toEqual({ ok: false, kind: 'wrong-shape', detail });
  });

  it('an empty list is a good answer', () => {
    expect(parseDailyPapers([], DAY)).toEqual({ ok: true, papers: [], dropped: [], droppedCount: 0 });
  });
});

describe('FAULTS 15: one bad item', () => {
  it.each<[string, Json, { id?: string; why: string }]>([
    ['null', null, { why: 'Item 2 is nothing, not a paper.' }],
    ['a list', [[]], { why: 'Item 2 has no paper in it.' }],
    ['text for a paper', { paper: '2611.00001' }, { why: 'Item 2 has no paper in it.' }],
    ['no paper', without(toWireItem(), 'paper'), { why: 'Item 2 has no paper in it.' }],
    ['no id', without(toWireItem(), 'paper.id'), { why: 'Item 2 has no id.' }],
    [
      'a number for an id: its last zero is gone',
      toWireItem('', { id: 2503.0213 }),
      { why: 'Item 2 has a number as its id.' },
    ],
    [
      'that number as text',
      toWireItem('2503.0213'),
      { id: '2503.0213', why: 'Item 2 (2503.0213) has an id of unknown form.' },
    ],
    ['an empty id', toWireItem(' '), { why: 'Item 2 has an id of unknown form.' }],
    [
      'no title',
      without(toWireItem(), 'paper.title', 'title'),
      { id: '2611.04217', why: 'Item 2 (2611.04217) has no title.' },
    ],
    [
      'a blank title',
      toWireItem('2611.04217', { title: ' \n' }, { title: '' }),
      { id: '2611.04217', why: 'Item 2 (2611.04217) has no title.' },
    ],
    [
      'the paper before it again',
      toWireItem('2611.00001'),
      { id: '2611.00001', why: 'Item 2 (2611.00001) is listed twice.' },
    ],
  ])('(%s) is dropped and counted with why, its neighbours stay', (_what, bad, reason) => {
    const parsed = parse(toWireItem('2611.00001'), bad, toWireItem('2611.00003'));
    expect(parsed.papers.map((paper) => paper.id)).toEqual(['2611.00001', '2611.00003']);
    expect(parsed).toMatchObject({ dropped: [{ index: 1, ...reason }], droppedCount: 1 });
  });

  it('is told in words at most 20 times, and counted each time', () => {
    const parsed = parse(...Array.from({ length: 50 }, () => null));
    expect(parsed.dropped).toHaveLength(20);
    expect(parsed.droppedCount).toBe(50);
  });
});

/** Field of the paper, where it stands on the wire, alone. */
const FIELDS: [keyof IncomingPaper, path: string][] = [
  ['summary', 'paper.summary'],
  ['authors', 'paper.authors'],
  ['publishedAt', 'paper.publishedAt'],
  ['upvotes', 'paper.upvotes'],
  ['comments', 'numComments'],
  ['keywords', 'paper.ai_keywords'],
  ['aiSummary', 'paper.ai_summary'],
  ['organization', 'paper.organization'],
  ['githubRepo', 'paper.githubRepo'],
  ['githubStars', 'paper.githubStars'],
  ['projectPage', 'paper.projectPage'],
  ['thumbnail', 'thumbnail'],
  ['mediaUrls', 'paper.mediaUrls'],
  ['submitter', 'paper.submittedOnDailyBy'],
];
const SINGLE = without(toWireItem(), 'summary', 'organization', 'mediaUrls', 'submittedBy');

describe('FAULTS 15: one bad field', () => {
  const bad: Json[] = [
    null,
    true,
    -1,
    0.5,
    1e300,
    '',
    ' \n',
    [null],
    [[]],
    [{}],
    {},
    { name: 5, fullname: [] },
    '2026-99-99',
    'javascript:1',
  ];
  it.each(FIELDS)('%s is lost alone, and absent', (field, path) => {
    const whole = parseOne(SINGLE);
    const { [field]: _lost, ...rest } = whole;
    for (const value of bad) {
      const paper = parseOne(withAt(SINGLE, path, value));
      if (field === 'aiSummary' || field === 'summary') {
        // Any words are an abstract.
        if (typeof value === 'string' && value.trim() !== '') continue;
      }
      expect(paper, JSON.stringify(value)).toEqual(rest);
      expect(Object.keys(paper)).not.toContain(field);
    }
  });

  it('loses one element of a list, not the list', () => {
    const authors = [{ name: 'A', hidden: false }, null, { name: 7 }, { name: 'B', user: 'b' }, 'C'];
    const urls = ['https://a.example/', 'data:x', 'https://a.example/', 'https://b.example/'];
    const item = toWireItem('2611.04217', { authors, ai_keywords: ['a', 5, '', ' a\n b ', 'a'] }, { mediaUrls: urls });
    expect(parseOne(item)).toMatchObject({
      authors: [{ name: 'A' }, { name: 'B' }],
      keywords: ['a', 'a b'],
      mediaUrls: ['https://a.example/', 'https://b.example/'],
    });
  });

  it('keeps an empty list that was sent: it is present', () => {
    expect(parseOne(toWireItem('2611.04217', { ai_keywords: [], authors: [] }))).toMatchObject({
      keywords: [],
      authors: [],
    });
  });
});

describe('the cleaning of a paper', () => {
  it('leaves hidden authors out; if all are hidden the list is empty, not absent', () => {
    const hidden = { name: 'Nobody', hidden: true };
    expect(parseOne(toWireItem('2611.04217', { authors: [hidden, { name: 'A' }] })).authors).toEqual([{ name: 'A' }]);
    expect(parseOne(toWireItem('2611.04217', { authors: [hidden] })).authors).toEqual([]);
  });

  it('collapses the white space of names and keywords', () => {
    const item = toWireItem('2611.04217', {
      authors: [{ name: ' Ines\n Okafor ' }],
      ai_keywords: ['video\n diffusion'],
      organization: { name: 'lab', fullname: 'The  Lab ' },
    });
    expect(parseOne(item)).toMatchObject({
      authors: [{ name: 'Ines Okafor' }],
      keywords: ['video diffusion'],
      organization: { name: 'lab', fullname: 'The Lab' },
    });
  });

  it('takes white space out of addresses, and keeps http, .git and paths', () => {
    const item = toWireItem('2611.04217', {
      githubRepo: ' https://github.com/a/b.git\n',
      projectPage: 'http://a.example/x y',
    });
    expect(parseOne(item)).toMatchObject({
      githubRepo: 'https://github.com/a/b.git',
      projectPage: 'http://a.example/xy',
    });
  });

  it('keeps the title "0", 664 authors and no more text than is reasonable', () => {
    const authors = Array.from({ length: 664 }, (_, i) => ({ name: `N ${i}`, hidden: false }));
    const paper = parseOne(toWireItem('2104.12255', { title: '0', authors, summary: 'x'.repeat(5_000_000) }));
    expect(paper.title).toBe('0');
    expect(paper.authors).toHaveLength(664);
    expect(paper.summary).toHaveLength(20_000);
  });

  it('makes lone surrogates well-formed', () => {
    expect(parseOne(toWireItem('2611.04217', { title: 'a\ud83d b' })).title).toBe('a\ufffd b');
  });

  it('lets a name and a full name stand in for each other', () => {
    expect(parseOne(toWireItem('2611.04217', { organization: { name: 'lab' } })).organization).toEqual({
      name: 'lab',
      fullname: 'lab',
    });
  });
});
