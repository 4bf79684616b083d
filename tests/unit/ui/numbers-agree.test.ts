import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import { isNew } from '@/lib/core/papers/new';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics } from '@/lib/core/topics/match-topics';
import { createTallier } from '@/lib/core/topics/preview-tally';
import type { Topic } from '@/lib/core/topics/topic';
import { createMatcher } from '@/lib/screens/popup/matching';
import { countTopics } from '@/lib/ui/topic-counts';
import type { PaperEntry } from '@/lib/ui/use-feed';
import { makePaper } from '../../components/make-paper';

const TODAY = '2026-11-20';
const WORDS = ['agents', 'speech', 'video', 'planning'];
const QUERIES = ['agents', 'speech OR video', 'is:unread planning', 'title:nothing'];

const entries = fc
  .array(
    fc.record({
      words: fc.subarray(WORDS, { minLength: 1 }),
      age: fc.integer({ min: 0, max: 20 }),
      seen: fc.boolean(),
      read: fc.option(fc.boolean()),
      dismissed: fc.option(fc.boolean()),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ words, age, seen, read, dismissed }, i): PaperEntry => {
      const paper = makePaper({ id: `p${i}`, title: words.join(' '), summary: '', dailyDate: addDays(TODAY, -age) });
      const marks = {
        ...(read === null ? {} : { read: { value: read, at: 1 } }),
        ...(dismissed === null ? {} : { dismissed: { value: dismissed, at: 1 } }),
      };
      return { paper, seen, status: { paperId: paper.id, ...marks } };
    }),
  );

const topics = fc
  .array(fc.record({ enabled: fc.boolean(), badge: fc.boolean() }), {
    maxLength: QUERIES.length,
    minLength: QUERIES.length,
  })
  .map((flags) =>
    flags.map(
      (flag, i) => ({ id: `t${i}`, name: QUERIES[i], query: QUERIES[i], colour: 0, position: i, ...flag }) as Topic,
    ),
  );

it('shows one number for the new matches on the badge, in the popup’s New, in the options and on the welcome page', async () => {
  await fc.assert(
    fc.asyncProperty(entries, topics, async (all, topics) => {
      const newest = all
        .map(({ paper }) => paper.dailyDate)
        .sort()
        .at(-1);
      const badge = countNewMatches(all, compileTopics(topics), TODAY, newest);
      const { signal } = new AbortController();
      const fresh = all.filter((entry) => isNew(entry, TODAY));
      const counts = await countTopics(topics, fresh, { today: TODAY, newest, signal });
      expect(createMatcher(topics, TODAY).toNewIds(all, newest)).toHaveLength(badge.ids.length);
      expect(counts?.total).toBe(badge.ids.length);
      expect(counts?.repeats).toBe(badge.repeats);
      for (const { id, count } of badge.perTopic) expect(counts?.newByTopic.get(id)).toBe(count);
    }),
  );
});

it('shows one number for what is new of a topic, in the list of the options and beside its query', async () => {
  await fc.assert(
    fc.asyncProperty(entries, topics, async (all, topics) => {
      const { signal } = new AbortController();
      const fresh = all.filter((entry) => isNew(entry, TODAY));
      const counts = await countTopics(topics, fresh, { today: TODAY, newest: TODAY, signal });
      for (const { topic, query } of compileTopics(topics)) {
        const tallier = query && createTallier(query, TODAY);
        for (const entry of all) tallier?.add({ ...entry, today: TODAY });
        expect(tallier?.toTally().newHits).toBe(counts?.newByTopic.get(topic.id));
      }
    }),
  );
});
