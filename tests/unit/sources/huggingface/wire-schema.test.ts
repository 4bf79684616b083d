import { describe, expect, it } from 'vitest';
import type { IncomingPaper } from '@/lib/core/papers/paper';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { DAY, type JsonObject, toWireItem, without } from './wire-item';

function parseOne(item: JsonObject, date = DAY): IncomingPaper {
  const parsed = parseDailyPapers([item], date);
  if (!parsed.ok || parsed.papers[0] === undefined) throw new Error(JSON.stringify(parsed));
  return parsed.papers[0];
}

const AI = ['paper.ai_summary', 'paper.ai_keywords', 'paper.ai_summary_model'];
const LINKED = ['paper.githubRepo', 'paper.githubStars', 'paper.githubRepoAddedBy', 'paper.projectPage'];
const OLDEST = without(
  toWireItem('2403.06634', {}, { mediaUrl: 'https://cdn-thumbnails.huggingface.co/2403.06634.png' }),
  ...[...AI, ...LINKED, 'thumbnail', 'mediaUrls', 'paper.mediaUrls', 'submittedBy', 'paper.discussionId', 'summary'],
  ...['paper.submittedOnDailyAt', 'paper.submittedOnDailyBy', 'paper.organization', 'organization'],
  ...['isAuthorParticipating'],
);

describe('an item of the newest schema', () => {
  it('gives every field the feed knows, and nothing else', () => {
    expect(parseOne(toWireItem())).toEqual({
      id: '2611.04217',
      title: 'Patient Planners',
      summary: 'We ask whether agents can plan.',
      authors: [{ name: 'Ines Okafor', user: 'ines' }, { name: 'Daniel Brandt' }],
      publishedAt: '2026-11-17T00:00:00.000Z',
      dailyDate: DAY,
      upvotes: 128,
      comments: 3,
      keywords: ['planning', 'agents'],
      aiSummary: 'Agents plan over hundreds of steps.',
      organization: { name: 'northfield', fullname: 'Northfield Lab' },
      githubRepo: 'https://github.com/northfield/planners',
      githubStars: 1234,
      projectPage: 'https://northfield.example/planners',
      thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2611.04217.png',
      mediaUrls: ['https://cdn-uploads.huggingface.co/production/uploads/a.mp4'],
      submitter: 'Mei Tanaka',
    });
  });
});

/** One row per change of SOURCES 1.4: the day it was first seen, what changed, the item, what must come of it. */
const CHANGES: [day: string, what: string, item: JsonObject, fields: Partial<Record<keyof IncomingPaper, unknown>>][] =
  [
    [
      '2024-03-12',
      'the oldest schema has mediaUrl and no submitter',
      OLDEST,
      {
        thumbnail: 'https://cdn-thumbnails.huggingface.co/2403.06634.png',
        submitter: undefined,
        keywords: undefined,
        organization: undefined,
        mediaUrls: undefined,
        comments: 3,
      },
    ],
    [
      '2024-06-12',
      'mediaUrl became thumbnail, and mediaUrls came',
      toWireItem('2406.07550', {}, { mediaUrl: 'https://old.example/a.png' }),
      {
        thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2406.07550.png',
        mediaUrls: ['https://cdn-uploads.huggingface.co/production/uploads/a.mp4'],
      },
    ],
    ['2024-06-13', 'submittedBy came', without(toWireItem(), 'paper.submittedOnDailyBy'), { submitter: 'Mei Tanaka' }],
    [
      '2024-07-23',
      'author.user.id for two weeks',
      toWireItem('2407.15841', {
        authors: [{ name: 'A', hidden: false, user: { id: '1', user: 'a', fullname: 'A A' } }],
      }),
      { authors: [{ name: 'A', user: 'a' }] },
    ],
    [
      '2024-08-05',
      'author.user._id again',
      toWireItem('2408.02226', { authors: [{ name: 'A', hidden: false, user: { _id: '1', user: 'a' } }] }),
      { authors: [{ name: 'A', user: 'a' }] },
    ],
    ['2024-08-02', 'discussionId came', without(toWireItem(), 'paper.discussionId'), { title: 'Patient Planners' }],
    [
      '2024-10-24',
      'followerCount came',
      without(toWireItem(), 'submittedBy.followerCount'),
      { submitter: 'Mei Tanaka' },
    ],
    ['2024-12-03', 'submittedBy._id came', without(toWireItem(), 'submittedBy._id'), { submitter: 'Mei Tanaka' }],
    ['2025-01-13', 'isAuthorParticipating came', without(toWireItem(), 'isAuthorParticipating'), { comments: 3 }],
    [
      '2025-03-04',
      'githubRepo and projectPage came, without stars',
      without(toWireItem(), 'paper.githubStars'),
      {
        githubRepo: 'https://github.com/northfield/planners',
        projectPage: 'https://northfield.example/planners',
        githubStars: undefined,
      },
    ],
    [
      '2025-03-11',
      'the outer publishedAt became New York time: it is never used',
      toWireItem(
        '2503.07572',
        { publishedAt: '2025-03-10T17:40:43.000Z' },
        { publishedAt: '2025-03-10T13:40:43.000Z' },
      ),
      { publishedAt: '2025-03-10T17:40:43.000Z' },
    ],
    [
      '2025-03-11',
      'nor does it stand in for a missing one',
      without(toWireItem(), 'paper.publishedAt'),
      { publishedAt: undefined },
    ],
    [
      '2025-03-11',
      'submittedBy missing for four days',
      without(toWireItem(), 'submittedBy', 'paper.submittedOnDailyBy'),
      { submitter: undefined },
    ],
    [
      '2025-03-11',
      'the outer summary came',
      without(toWireItem(), 'paper.summary'),
      { summary: 'We ask whether agents can plan.' },
    ],
    [
      '2025-03-11',
      'ai_keywords came, before ai_summary',
      without(toWireItem(), 'paper.ai_summary'),
      { keywords: ['planning', 'agents'] },
    ],
    [
      '2025-03-17',
      'submittedOnDailyAt came: the day is still the one that was asked for',
      toWireItem('2503.10622', { submittedOnDailyAt: '2025-03-14T03:02:01.000Z' }),
      { dailyDate: DAY },
    ],
    ['2025-03-17', 'submittedOnDailyBy came', without(toWireItem(), 'submittedBy'), { submitter: 'Mei Tanaka' }],
    [
      '2025-03-17',
      'paper.mediaUrls came',
      without(toWireItem(), 'mediaUrls'),
      { mediaUrls: ['https://cdn-uploads.huggingface.co/production/uploads/a.mp4'] },
    ],
    ['2025-03-21', 'isHfAdmin came', without(toWireItem(), 'submittedBy.isHfAdmin'), { submitter: 'Mei Tanaka' }],
    ['2025-05-22', 'ai_summary came', toWireItem(), { aiSummary: 'Agents plan over hundreds of steps.' }],
    [
      '2025-06-25',
      'githubStars came, also without a repository',
      without(toWireItem(), 'paper.githubRepo'),
      { githubStars: 1234, githubRepo: undefined },
    ],
    [
      '2025-09-29',
      'submitterOrganization for four days',
      without(
        toWireItem('2509.24006', {}, { submitterOrganization: { name: 'uni', fullname: 'A University' } }),
        'organization',
        'paper.organization',
      ),
      { organization: { name: 'uni', fullname: 'A University' } },
    ],
    [
      '2025-10-03',
      'organization came',
      without(toWireItem(), 'paper.organization'),
      { organization: { name: 'northfield', fullname: 'Northfield Lab' } },
    ],
    [
      '2025-11-12',
      'the last title with a line break',
      toWireItem('2511.08892', { title: 'Patient Planners: Long-Horizon Tool Use Without\n  a Scratchpad' }),
      { title: 'Patient Planners: Long-Horizon Tool Use Without a Scratchpad' },
    ],
    [
      '2025-11-12',
      'the last hard-wrapped abstracts',
      toWireItem('2511.08892', { summary: 'We ask whether\nagents can  plan.\n' }),
      { summary: 'We ask whether agents can plan.' },
    ],
    ['2025-12-11', 'githubRepoAddedBy came', without(toWireItem(), 'paper.githubRepoAddedBy'), { githubStars: 1234 }],
    [
      '2026-01-07',
      'isUserFollowing came',
      without(toWireItem(), 'submittedBy.isUserFollowing'),
      { submitter: 'Mei Tanaka' },
    ],
    [
      '2026-03-12',
      'name came beside user in both user objects',
      without(
        toWireItem('2603.11000', {
          authors: [{ name: 'A', hidden: false, user: { name: 'a' } }],
          submittedOnDailyBy: { name: 'mei' },
        }),
        'submittedBy',
      ),
      { authors: [{ name: 'A', user: 'a' }], submitter: 'mei' },
    ],
    [
      '2026-03-11',
      'and user alone before',
      without(toWireItem('2603.11000', { submittedOnDailyBy: { user: 'mei' } }), 'submittedBy'),
      { submitter: 'mei' },
    ],
    [
      '2026-04-03',
      'publishedAt truncated to midnight',
      toWireItem('2604.02000', { publishedAt: '2026-04-02T00:00:00.000Z' }),
      { publishedAt: '2026-04-02T00:00:00.000Z' },
    ],
    [
      '2026-05-14',
      'submittedOnDailyAt truncated to midnight',
      toWireItem('2605.13000', { submittedOnDailyAt: '2026-05-14T00:00:00.000Z' }),
      { dailyDate: DAY },
    ],
    [
      '2026-06-03',
      'ai_summary_model came',
      without(toWireItem(), 'paper.ai_summary_model'),
      { aiSummary: 'Agents plan over hundreds of steps.' },
    ],
    [
      '2026-07-13',
      'the ai_ fields went away for a month: absent, not empty',
      without(toWireItem(), ...AI),
      { aiSummary: undefined, keywords: undefined },
    ],
    [
      'some day',
      'withdrawnAt, known from a generated client alone',
      toWireItem('2611.04217', { withdrawnAt: '2026-11-21T10:00:00Z' }),
      { withdrawnAt: '2026-11-21T10:00:00.000Z' },
    ],
    [
      'some day',
      'keys that nobody has seen',
      toWireItem('2611.04217', { novelty: { deep: [1] } }, { another: 'key' }),
      { title: 'Patient Planners' },
    ],
  ];

describe('the wire as it changed', () => {
  it.each(CHANGES)('%s: %s', (_day, _what, item, fields) => {
    const paper = parseOne(item);
    expect(paper).toMatchObject(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
    // An absent key keeps what is stored; a key that holds undefined would not be absent.
    for (const [key, value] of Object.entries(fields))
      if (value === undefined) expect(Object.keys(paper)).not.toContain(key);
  });

  it('2024-12-11: elements turned into text are dropped, every one of them', () => {
    const parsed = parseDailyPapers(
      ["{'paper': {'id': '2412.07730'}}", '{"paper": {"id": "2412.07760"}}'],
      '2024-12-11',
    );
    expect(parsed).toEqual({
      ok: true,
      papers: [],
      droppedCount: 2,
      dropped: [
        { index: 0, why: 'Item 1 is text, not a paper.' },
        { index: 1, why: 'Item 2 is text, not a paper.' },
      ],
    });
  });
});
