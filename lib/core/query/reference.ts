import { type FieldName, toFieldExample } from './fields';

/** What a field does, in one line. */
export const FIELD_WORDS: Readonly<Record<FieldName, string>> = {
  title: 'words in the title',
  abstract: 'words in the abstract',
  author: 'an author’s name or handle',
  org: 'the organisation',
  keyword: 'a keyword of the feed',
  submitter: 'who submitted it to the feed',
  source: 'where it came from',
  category: 'an arXiv category',
  tag: 'one of your tags',
  id: 'the arXiv id',
  note: 'words in your note',
  has: 'has code, a project page, media or a note',
  is: 'new, unread, read, starred, later or dismissed',
  upvotes: 'how many upvotes it has',
  comments: 'how many comments it has',
  stars: 'how many stars its code has',
  date: 'the day of the feed, in UTC',
};

/** A line of the short reference: something to write, and what it finds. */
export interface ReferenceLine {
  example: string;
  means: string;
}

/** The language on one page: how words are put together, then the fields. Every example is a query of its own. */
export const REFERENCE: readonly { title: string; lines: readonly ReferenceLine[] }[] = [
  {
    title: 'Words',
    lines: [
      { example: 'diffusion video', means: 'both words, in title or abstract' },
      { example: '"world model"', means: 'these words in this order; a hyphen is the same as a space' },
      { example: 'diffus*', means: 'words that begin so' },
      { example: 'agent OR robot', means: 'one of them or both; OR in capitals' },
      { example: '-survey', means: 'leaves out papers with this word; so does NOT survey' },
      { example: '(agent OR robot) planning', means: 'brackets hold words together' },
    ],
  },
  {
    title: 'Fields',
    lines: [
      { example: 'title:(video OR image)', means: 'only in the title; brackets and quotes work in every field' },
      { example: toFieldExample('author'), means: FIELD_WORDS.author },
      { example: toFieldExample('org'), means: FIELD_WORDS.org },
      {
        example: 'keyword:"reinforcement learning"',
        means: 'keywords come and go in the feed: better beside other words',
      },
      { example: toFieldExample('category'), means: FIELD_WORDS.category },
      { example: 'has:code', means: 'also has:project, has:media, has:note' },
      { example: 'is:unread', means: 'also is:new, is:read, is:starred, is:later, is:dismissed' },
      { example: 'upvotes:>=20', means: 'numbers; also comments:>3 and stars:100..500' },
      { example: 'date:7d', means: 'the last 7 days; also date:today and date:2026-11-01..2026-11-20' },
    ],
  },
];
