import { describe, expect, it } from 'vitest';
import { type BadgeInput, badgeText, planBadge } from '@/lib/core/badge/badge';

const INPUT: BadgeInput = {
  count: 7,
  perTopic: [
    { name: 'Agents', count: 5 },
    { name: 'Video', count: 3 },
    { name: 'Speech', count: 0 },
  ],
  repeats: 1,
  hasTopics: true,
  showNumber: true,
  feedSentence: 'Feed read 13:05, next 14:05',
};

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
    [-3, ''],
  ])('shows %d as "%s"', (count, text) => {
    expect(badgeText(count)).toBe(text);
  });

  it('explains its number: the topics less the repeats are the sum', () => {
    expect(planBadge(INPUT).title).toBe(
      'Daily Papers: 7 new matches in 14 days\nAgents: 5\nVideo: 3\nless 1 counted in several topics\nFeed read 13:05, next 14:05',
    );
  });

  it('keeps the number after a failure and says why', () => {
    const badge = planBadge({
      ...INPUT,
      failure: { kind: 'server-error', at: 0, status: 503 },
      failureSentence: 'It broke.',
    });
    expect(badge).toMatchObject({ text: '7', tone: 'error' });
    expect(badge.title).toContain('It broke.');
  });

  it('never looks like "nothing new" after a failure, and offline differs from an error', () => {
    const none = { ...INPUT, count: 0, perTopic: [], repeats: 0 };
    const offline = planBadge({ ...none, failure: { kind: 'offline', at: 0 } });
    const error = planBadge({ ...none, failure: { kind: 'server-error', at: 0, status: 503 } });
    expect(offline.text).not.toBe('');
    expect(error.text).not.toBe('');
    expect(offline.text).not.toBe(error.text);
    expect(offline.tone).not.toBe(error.tone);
    for (const { text } of [offline, error]) expect(text).not.toContain('0');
  });

  it('speaks of papers where there are no topics', () => {
    expect(planBadge({ ...INPUT, count: 1, perTopic: [], repeats: 0, hasTopics: false }).title).toContain(
      '1 new paper of the newest day\n',
    );
  });

  it('shows nothing when the number is switched off, and still explains', () => {
    const badge = planBadge({ ...INPUT, showNumber: false });
    expect(badge.text).toBe('');
    expect(badge.title).toContain('7 new matches');
  });

  it('names at most 12 topics and sums up the rest', () => {
    const perTopic = Array.from({ length: 15 }, (_, i) => ({ name: `T${i}`, count: 1 }));
    expect(planBadge({ ...INPUT, count: 15, perTopic, repeats: 0 }).title).toContain('3 more topics: 3');
  });
});
