import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toWeekday } from '@/lib/core/days/day';
import { readRecordedFeed } from '../../harness/stand-in/recorded-feed';
import { planShift, shiftTimestamps } from '../../harness/stand-in/shift-days';

const directory = mkdtempSync(join(tmpdir(), 'recorded-'));
afterAll(() => rmSync(directory, { recursive: true }));

// Monday to Friday of one week.
const WEEK = ['2026-08-17', '2026-08-18', '2026-08-19', '2026-08-20', '2026-08-21'];
for (const day of WEEK) {
  const paper = {
    id: '2608.19880',
    title: `Of ${day}T00:00:00.000Z`,
    upvotes: 1,
    submittedOnDailyAt: `${day}T00:00:00.000Z`,
    authors: [{ statusLastChangedAt: '2026-08-14T09:30:15.123Z' }],
  };
  writeFileSync(join(directory, `${day}.json`), JSON.stringify([{ paper, publishedAt: '2026-08-16T20:00:00.000Z' }]));
}
writeFileSync(join(directory, 'README.json'), '{}');

describe('a recorded feed', () => {
  it('plays the days on their own dates where no end is given', () => {
    const feed = readRecordedFeed(directory);
    expect(feed.days('2026-08-19')).toEqual(WEEK.slice(0, 3));
    expect(feed.read('2026-08-17')).toHaveLength(1);
    expect(feed.read('2026-08-22')).toEqual([]);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-27', '2026-11-27'],
    ['2026-11-28', '2026-11-27'],
    ['2026-11-29', '2026-11-27'],
  ])('ends at today or the last weekday: on %s at %s', (today, newest) => {
    const feed = readRecordedFeed(directory, { endAt: today });
    expect(feed.days(today).at(-1)).toBe(newest);
    expect(feed.shiftedBy % 7).toBe(0);
    expect(feed.days('9999-12-31').map(toWeekday)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has every body out where that is asked for', () => {
    const feed = readRecordedFeed(directory, { endAt: '2026-11-25', placement: 'past' });
    expect(feed.days('2026-11-25')).toHaveLength(5);
    expect(feed.days('2026-11-25').at(-1)).toBe('2026-11-20');
  });

  it('moves every date inside along and leaves ids and text', () => {
    const feed = readRecordedFeed(directory, { endAt: '2026-11-27' });
    expect(feed.shiftedBy).toBe(98);
    expect(feed.read('2026-11-23')).toEqual([
      {
        paper: {
          id: '2608.19880',
          title: 'Of 2026-08-17T00:00:00.000Z',
          upvotes: 1,
          submittedOnDailyAt: '2026-11-23T00:00:00.000Z',
          authors: [{ statusLastChangedAt: '2026-11-20T09:30:15.123Z' }],
        },
        publishedAt: '2026-11-22T20:00:00.000Z',
      },
    ]);
    expect(feed.toPlayed('2026-08-17')).toBe('2026-11-23');
  });

  it('moves a later capture of a day as it moved the day', () => {
    const feed = readRecordedFeed(directory, { endAt: '2026-11-27' });
    expect(feed.toPlayedBody([{ at: '2026-08-17T00:00:00.000Z' }])).toEqual([{ at: '2026-11-23T00:00:00.000Z' }]);
  });

  it('says so when a directory holds no recording', () => {
    expect(() => readRecordedFeed(directory, { only: () => false })).toThrow('YYYY-MM-DD.json');
  });
});

describe('the shift', () => {
  it('falls back to the placement that has the newer list out', () => {
    expect(planShift(['2026-08-21'], '2026-11-25')).toBe(91);
    expect(planShift([], '2026-11-25')).toBe(0);
  });

  it('keeps the form of a timestamp without milliseconds', () => {
    expect(shiftTimestamps('2026-08-21T01:02:03Z', 7)).toBe('2026-08-28T01:02:03Z');
  });
});
