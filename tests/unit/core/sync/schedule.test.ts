import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/core/sync/failure';
import { isSyncDue, planNextDue, planSchedule } from '@/lib/core/sync/schedule';
import type { Schedule } from '@/lib/core/sync/state';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const MINUTE_MS = 60_000;
const OFFLINE: Failure = { kind: 'offline', at: NOW };

describe('the next due time', () => {
  it('is an interval away, spread over 15 percent of it', () => {
    const dueAt = (random: number) => planNextDue({ everyMin: 60, failures: 0 }, NOW, random);
    expect(dueAt(0)).toBe(NOW + 60 * MINUTE_MS);
    expect(dueAt(0.999)).toBeGreaterThan(NOW + 68 * MINUTE_MS);
    expect(dueAt(0.999)).toBeLessThanOrEqual(NOW + 69 * MINUTE_MS);
  });

  it('is never, by hand', () => {
    expect(planNextDue({ everyMin: 0, failures: 3, failure: OFFLINE }, NOW, 0.5)).toBeNull();
  });

  it('backs off after failures: 1, 2, 4 … minutes, and not past the interval', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 40].map((failures) => {
      const dueAt = planNextDue({ everyMin: 60, failures, failure: OFFLINE }, NOW, 0) ?? 0;
      return (dueAt - NOW) / MINUTE_MS;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('is never before the moment the server named, and soon after it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_600 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (seconds, random) => {
          const until = NOW + seconds * 1_000;
          const failure: Failure = { kind: 'rate-limited', at: NOW, until };
          const dueAt = planNextDue({ everyMin: 60, failures: 1, failure }, NOW, random) ?? 0;
          expect(dueAt).toBeGreaterThanOrEqual(until);
          expect(dueAt).toBeLessThanOrEqual(Math.max(until, NOW + MINUTE_MS) + MINUTE_MS);
        },
      ),
    );
  });
});

describe('a sync is due', () => {
  const schedule = (nextDueAt: number | null, failure?: Failure): Schedule => ({
    nextDueAt,
    failures: 0,
    ...(failure ? { failure } : {}),
  });

  it.each<[string, Parameters<typeof isSyncDue>[0], Parameters<typeof isSyncDue>[1], boolean]>([
    ['at the due time', { schedule: schedule(NOW), everyMin: 60 }, 'alarm', true],
    ['not before it', { schedule: schedule(NOW + 1), everyMin: 60 }, 'alarm', false],
    ['not when a page opens before it', { schedule: schedule(NOW + 1), everyMin: 60 }, 'page', false],
    ['whenever the user asks', { schedule: schedule(NOW + 1), everyMin: 60 }, 'hand', true],
    ['when a permission changes', { schedule: schedule(NOW + 1), everyMin: 0 }, 'permission', true],
    ['at install', { schedule: schedule(NOW + 1), everyMin: 60 }, 'install', true],
    ['when nothing was ever read', { everyMin: 60 }, 'page', true],
    ['never by itself, by hand', { everyMin: 0 }, 'startup', false],
    ['when one is unfinished', { schedule: schedule(NOW + 1), job: {} as never, everyMin: 60 }, 'startup', true],
    [
      'when the due time is further than any interval: the clock was set back',
      { schedule: schedule(NOW + 200 * MINUTE_MS), everyMin: 60 },
      'alarm',
      true,
    ],
    [
      'not when that far moment is the server’s',
      {
        schedule: schedule(NOW + 200 * MINUTE_MS, { kind: 'rate-limited', at: NOW - 1, until: NOW + 199 * MINUTE_MS }),
        everyMin: 60,
      },
      'alarm',
      false,
    ],
  ])('%s', (_name, state, trigger, due) => {
    expect(isSyncDue(state, trigger, NOW)).toBe(due);
  });
});

describe('the schedule after a sync', () => {
  const plan = (before: Schedule | undefined, over: Partial<Parameters<typeof planSchedule>[1]>) =>
    planSchedule(before, { everyMin: 60, learnt: true, now: NOW, random: 0, ...over });

  it('counts failures in a row and forgets them at a success', () => {
    const once = plan(undefined, { failure: OFFLINE });
    const twice = plan(once, { failure: OFFLINE });
    expect([once.failures, twice.failures, plan(twice, {}).failures]).toEqual([1, 2, 0]);
    expect(plan(twice, {}).failure).toBeUndefined();
  });

  it('keeps the last success through failures', () => {
    const good = plan(undefined, {});
    expect(plan(good, { failure: OFFLINE, now: NOW + 1 }).lastSuccessAt).toBe(NOW);
  });

  it('claims no success for a sync that learnt nothing', () => {
    const failed = plan(undefined, { failure: OFFLINE });
    const idle = plan(failed, { learnt: false });
    expect(idle.failure).toEqual(OFFLINE);
    expect(idle.lastSuccessAt).toBeUndefined();
  });
});
