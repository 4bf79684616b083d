import { describe, expect, it } from 'vitest';
import type { Failure, FailureKind } from '@/lib/core/sync/failure';
import { toFailureText } from '@/lib/core/sync/failure-texts';

const NOW = new Date(2026, 10, 23, 13, 30).getTime();
const LATER = new Date(2026, 10, 23, 14, 5).getTime();

const ALL: { [K in FailureKind]: Failure & { kind: K } } = {
  offline: { kind: 'offline', at: NOW },
  unreachable: { kind: 'unreachable', at: NOW, detail: 'TypeError: Failed to fetch' },
  timeout: { kind: 'timeout', at: NOW, afterMs: 25_000 },
  'rate-limited': { kind: 'rate-limited', at: NOW, until: LATER },
  'server-error': { kind: 'server-error', at: NOW, status: 503, until: LATER },
  refused: { kind: 'refused', at: NOW, status: 403 },
  'not-json': { kind: 'not-json', at: NOW, contentType: 'text/html' },
  'broken-json': { kind: 'broken-json', at: NOW },
  'wrong-shape': { kind: 'wrong-shape', at: NOW, detail: 'Expected a list, got text.' },
  'all-dropped': { kind: 'all-dropped', at: NOW, dropped: 26, why: 'Item 1 is text, not a paper.' },
  'no-permission': { kind: 'no-permission', at: NOW, host: 'huggingface.co' },
  storage: { kind: 'storage', at: NOW, detail: 'QuotaExceededError' },
  unexpected: { kind: 'unexpected', at: NOW, detail: 'x is not a function' },
};

describe('the words for a failure', () => {
  it.each(Object.values(ALL).map((failure) => [failure.kind, failure] as const))(
    'of kind %s say what happened, that nothing is lost, and the way on',
    (kind, failure) => {
      const { title, advice } = toFailureText(failure, NOW);
      expect(title).toMatch(/^[A-Z][^!]*\.$/);
      const kept =
        kind === 'storage'
          ? 'The disk is full\\. Nothing you made or marked is lost; the oldest papers may be deleted to make room\\.'
          : 'Nothing you have is lost: the papers already here stay\\.';
      expect(advice).toMatch(new RegExp(`^${kept} [A-Z][^!]*\\.$`));
      expect(title + advice).not.toMatch(/undefined|NaN|null|TypeError|QuotaExceeded|\s{2}/);
    },
  );

  it('say of a disk that is not full, but refuses, that the papers stay', () => {
    const damaged = toFailureText({ kind: 'storage', at: NOW, detail: 'UnknownError: Internal error' }, NOW);
    expect(damaged.advice).toMatch(/^Nothing you have is lost: the papers already here stay\./);
    expect(damaged.advice).not.toContain('disk is full');
  });

  it('are different for each kind', () => {
    expect(new Set(Object.values(ALL).map((failure) => toFailureText(failure, NOW).title)).size).toBe(
      Object.keys(ALL).length,
    );
  });

  it('give the end of a wait in local time, and do not send anyone back to the past', () => {
    expect(toFailureText(ALL['rate-limited'], NOW).title).toBe('Hugging Face asked us to wait until 14:05.');
    expect(toFailureText(ALL['rate-limited'], LATER).title).not.toContain('14:05');
    expect(toFailureText(ALL['server-error'], NOW).advice).toContain('after 14:05,');
    expect(toFailureText({ kind: 'server-error', at: NOW, status: 500 }, NOW).advice).not.toContain('after');
  });

  it('say for a day that could not be read how much was left out, and why', () => {
    const { title, advice } = toFailureText(ALL['all-dropped'], NOW);
    expect(title).toContain('26');
    expect(advice).toContain('Item 1 is text, not a paper.');
  });
});
