import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { CompiledQuery, Subject } from '@/lib/core/query/query';
import { createTallier, toHitsPerDay } from '@/lib/core/topics/preview-tally';
import { makePaper } from '../../../components/make-paper';

const TODAY = '2026-11-20';

function compile(text: string): CompiledQuery {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.query;
}

function toSubject(
  id: string,
  title: string,
  daysAgo: number,
  change: { upvotes?: number; seen?: boolean } = {},
): Subject {
  const paper = makePaper({
    id,
    title,
    summary: '',
    dailyDate: addDays(TODAY, -daysAgo),
    upvotes: change.upvotes ?? 0,
  });
  return { paper, seen: change.seen ?? true, today: TODAY };
}

function tally(subjects: readonly Subject[], query = 'agents') {
  const tallier = createTallier(compile(query), TODAY);
  for (const subject of subjects) tallier.add(subject);
  return tallier.toTally();
}

describe('what a query would have caught', () => {
  it('counts hits by day over the last 30 days, days of rest included', () => {
    const { perDay, hits, scanned } = tally([
      toSubject('1', 'Agents', 0),
      toSubject('2', 'Agents', 0),
      toSubject('3', 'Agents', 29),
      toSubject('4', 'Agents', 30),
      toSubject('5', 'Speech', 1),
    ]);
    expect({ hits, scanned, days: perDay.length }).toEqual({ hits: 4, scanned: 5, days: 30 });
    expect(perDay[0]).toEqual({ day: '2026-10-22', hits: 1 });
    expect(perDay[29]).toEqual({ day: TODAY, hits: 2 });
    expect(perDay[28]?.hits).toBe(0);
  });

  it('tells hits a day over the 30 days, not over the whole archive', () => {
    const subjects = Array.from({ length: 60 }, (_, i) => toSubject(`${i}`, 'Agents', i));
    expect(toHitsPerDay(tally(subjects))).toBe(1);
  });

  it('tells hits a day over the days there are papers of, where the feed was begun lately', () => {
    const young = tally([toSubject('1', 'Agents', 0), toSubject('2', 'Agents', 1), toSubject('3', 'Speech', 3)]);
    expect(young.coveredDays).toBe(4);
    expect(toHitsPerDay(young)).toBe(0.5);
  });

  it('does not call a paper of an older day new, seen or not', () => {
    const { newHits } = tally([
      toSubject('1', 'Agents', 14, { seen: false }),
      toSubject('2', 'Agents', 15, { seen: false }),
      toSubject('3', 'Agents', 0, { seen: true }),
    ]);
    expect(newHits).toBe(1);
  });

  it('shows the new ones first, then the newest day, then the most upvoted', () => {
    const { examples } = tally([
      toSubject('few', 'Agents', 1, { upvotes: 1 }),
      toSubject('many', 'Agents', 1, { upvotes: 9 }),
      toSubject('today', 'Agents', 0),
      toSubject('new', 'Agents', 5, { seen: false }),
      toSubject('old', 'Agents', 300),
      toSubject('older', 'Agents', 301),
    ]);
    expect(examples.map(({ paper }) => paper.id)).toEqual(['new', 'today', 'many', 'few', 'old']);
  });

  it('is the same in whatever order the papers come', () => {
    const subjects = Array.from({ length: 40 }, (_, i) =>
      toSubject(`${i}`, i % 3 ? 'Agents' : 'Speech', i % 7, { upvotes: i % 4, seen: i % 5 > 0 }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(subjects, { minLength: 40 }), (shuffled) => {
        expect(tally(shuffled)).toEqual(tally(subjects));
      }),
      { numRuns: 50 },
    );
  });

  it('counts how many of its hits each of the other topics catches too', () => {
    const topics = [
      { id: 'speech', query: compile('speech') },
      { id: 'video', query: compile('video') },
    ];
    const tallier = createTallier(compile('agents'), TODAY, { topics });
    const titles = ['Agents', 'Agents of speech', 'Speech', 'Agents and speech', 'Agents in video'];
    titles.forEach((title, i) => {
      tallier.add(toSubject(`${i}`, title, i));
    });
    expect(tallier.toTally().overlap).toEqual([
      { id: 'speech', hits: 2 },
      { id: 'video', hits: 1 },
    ]);
  });

  it('keeps every hit of the day that is asked for, best first', () => {
    const tallier = createTallier(compile('agents'), TODAY, { day: addDays(TODAY, -3) });
    for (let i = 0; i < 9; i++) tallier.add(toSubject(`${i}`, 'Agents', 3, { upvotes: i }));
    tallier.add(toSubject('other day', 'Agents', 2));
    tallier.add(toSubject('no hit', 'Speech', 3));
    expect(tallier.toTally().ofDay.map(({ paper }) => paper.id)).toEqual([...'876543210']);
  });
});
