import fc from 'fast-check';
import type { BackupPaper } from '@/lib/core/backup/backup';

const anyText = fc.string({ unit: 'binary', maxLength: 8 });
const time = fc.nat({ max: 12 });
const count = fc.nat({ max: 1_000 });
const link = fc.constantFrom('https://a.example/', 'http://b.example/x?y=1#z');
const moment = fc.constantFrom('2026-11-18T00:00:00.000Z', '2023-05-04T23:59:59.999Z');

/** Two weeks around the end of a year. */
export const someDay = fc
  .integer({ min: -7, max: 7 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));

const listings = fc.uniqueArray(someDay, { maxLength: 3 }).chain((days) =>
  fc.tuple(
    ...days.map((date) =>
      fc.record({
        source: fc.constant('huggingface' as const),
        date: fc.constant(date),
        rank: count,
        firstSeenAt: time,
      }),
    ),
  ),
);

/** Some paper of the feed, any field that may be absent absent, its texts of any letters. */
export function paperOf(id: string): fc.Arbitrary<BackupPaper> {
  return fc.record(
    {
      id: fc.constant(id),
      title: anyText,
      summary: anyText,
      authors: fc.array(fc.record({ name: anyText, user: anyText }, { requiredKeys: ['name'] }), { maxLength: 2 }),
      publishedAt: moment,
      dailyDate: someDay,
      upvotes: count,
      comments: count,
      keywords: fc.array(anyText, { maxLength: 2 }),
      aiSummary: anyText,
      organization: fc.record({ name: anyText, fullname: anyText }),
      githubRepo: link,
      githubStars: count,
      projectPage: link,
      thumbnail: link,
      mediaUrls: fc.array(link, { maxLength: 2 }),
      categories: fc.array(anyText, { maxLength: 2 }),
      submitter: anyText,
      withdrawnAt: moment,
      firstSeenAt: time,
      updatedAt: time,
      listings,
      seenAt: time,
    },
    {
      requiredKeys: [
        'id',
        'title',
        'summary',
        'authors',
        'dailyDate',
        'upvotes',
        'comments',
        'keywords',
        'mediaUrls',
        'categories',
        'firstSeenAt',
        'updatedAt',
        'listings',
      ],
    },
  );
}
