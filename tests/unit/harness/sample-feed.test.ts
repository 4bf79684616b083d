import { describe, expect, it } from 'vitest';
import { EDGE_KINDS, toEdgeKind } from '../../harness/sample-feed/edge-papers';
import { createSampleFeed } from '../../harness/sample-feed/sample-feed';
import type { SampleItem } from '../../harness/sample-feed/to-item';
import { toPaperId, toUpvotes } from '../../harness/stand-in/feed';

const TODAY = '2026-11-23';
const feed = createSampleFeed();
const year = feed.days(TODAY).slice(-260);
const papers = year.flatMap((day) => feed.read(day) as SampleItem[]);
const ordinary = year.filter((day) => toEdgeKind(day) === undefined).flatMap((day) => feed.read(day) as SampleItem[]);

function toMedian(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function toShare(has: (item: SampleItem) => boolean): number {
  return papers.filter(has).length / papers.length;
}

describe('the sample feed', () => {
  it('has 5 to 50 papers on each weekday of a year, about 25 in the middle, and none on weekends', () => {
    const counts = year.map((day) => feed.read(day).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(50);
    expect(Math.abs(toMedian(counts) - 25)).toBeLessThanOrEqual(2);
    expect(feed.read('2026-11-21')).toEqual([]);
    expect(feed.days(TODAY)).not.toContain('2026-11-21');
  });

  it('writes the same day again whatever else was asked for, and another one for another seed', () => {
    expect(createSampleFeed().read(TODAY)).toEqual(feed.read(TODAY));
    expect(createSampleFeed({ seed: 'evening' }).read(TODAY)).not.toEqual(feed.read(TODAY));
  });

  it('never gives an id to two papers', () => {
    expect(new Set(papers.map(toPaperId)).size).toBe(papers.length);
    expect(papers.every(({ paper }) => /^\d{4}\.\d{5}$/.test(paper.id))).toBe(true);
  });

  it('orders a day by upvotes, as the feed does', () => {
    const upvotes = feed.read(TODAY).map(toUpvotes);
    expect(upvotes).toEqual([...upvotes].sort((a, b) => b - a));
  });

  it('has titles and abstracts of realistic length, with every placeholder filled', () => {
    const titles = ordinary.map(({ paper }) => String(paper.title).length);
    const abstracts = ordinary.map(({ paper }) => String(paper.summary).length);
    expect([Math.min(...titles) > 20, Math.max(...titles) <= 120]).toEqual([true, true]);
    expect([Math.min(...abstracts) >= 900, Math.max(...abstracts) <= 1_900]).toEqual([true, true]);
    expect(papers.filter((item) => /[{}]|undefined|NaN/.test(JSON.stringify([item.title, item.summary])))).toEqual([]);
  });

  it('covers the optional fields as the recordings do', () => {
    expect(toShare(({ paper }) => paper.githubRepo !== undefined)).toBeCloseTo(0.45, 1);
    expect(toShare(({ paper }) => paper.organization !== undefined)).toBeCloseTo(0.66, 1);
    expect(toShare(({ mediaUrls }) => mediaUrls !== undefined)).toBeCloseTo(0.2, 1);
    expect(toShare(({ paper }) => paper.ai_keywords !== undefined)).toBeGreaterThan(0.95);
    expect(toShare(({ numComments }) => numComments === 1)).toBeCloseTo(0.8, 1);
  });

  it('says the outer publishedAt as the feed does: New York time mislabelled as UTC', () => {
    const winter = (feed.read('2026-01-21')[0] as SampleItem) ?? {};
    const summer = (feed.read('2026-07-22')[0] as SampleItem) ?? {};
    expect([String(winter.publishedAt).slice(11, 13), String(summer.publishedAt).slice(11, 13)]).toEqual(['19', '20']);
  });

  it.each(EDGE_KINDS)('brings the odd paper "%s" every fourth week', (kind) => {
    const days = year.filter((day) => toEdgeKind(day) === kind);
    expect(days.length).toBeGreaterThanOrEqual(12);
    const items = days.map((day) => feed.read(day) as SampleItem[]);
    const isOdd = {
      'many-authors': ({ paper }: SampleItem) => (paper.authors as unknown[]).length === 664,
      'long-title': ({ title }: SampleItem) => String(title).length >= 300,
      'no-abstract': ({ paper }: SampleItem) => paper.summary === undefined,
      'right-to-left': ({ title }: SampleItem) => /^\p{Script=Arabic}/u.test(String(title)),
      'no-authors-no-date': ({ paper }: SampleItem) =>
        (paper.authors as unknown[]).length === 0 && paper.publishedAt === undefined,
    }[kind];
    expect(items.every((list) => list.some(isOdd))).toBe(true);
  });
});
