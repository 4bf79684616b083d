import { describe, expect, it } from 'vitest';
import type { RequestRow } from '@/lib/core/sync/request-row';
import { formatBytes, toRequestLine, toRequestText, toRequestTotal } from '@/lib/core/sync/request-words';

const NOW = new Date(2026, 10, 20, 14, 0).getTime();
const HOUR_MS = 3_600_000;

function row(change: Partial<RequestRow> = {}): RequestRow {
  return {
    seq: 7,
    at: NOW - HOUR_MS,
    host: 'huggingface.co',
    path: '/api/daily_papers?date=2026-11-20&limit=100',
    method: 'GET',
    day: '2026-11-20',
    trigger: 'alarm',
    picked: false,
    status: 200,
    bytes: 52_130,
    ms: 340,
    ...change,
  };
}

/** As a row is before its answer was stored. */
function openRow(): RequestRow {
  const { status: _status, bytes: _bytes, ms: _ms, ...open } = row();
  return open;
}

/** As a row is that had no answer. */
function deadRow(failure: RequestRow['failure']): RequestRow {
  return { ...openRow(), bytes: 0, ms: 25_000, ...(failure === undefined ? {} : { failure }) };
}

describe('a request in words', () => {
  it('names when, whom, what, how much and why', () => {
    expect(toRequestLine(row(), NOW)).toEqual({
      key: 7,
      iso: new Date(NOW - HOUR_MS).toISOString(),
      when: '13:00',
      host: 'huggingface.co',
      path: '/api/daily_papers?date=2026-11-20&limit=100',
      status: '200',
      isBad: false,
      size: '52.1 kB',
      why: 'Scheduled reading: Nov 20',
    });
  });

  it.each<[string, RequestRow, boolean]>([
    ['200', row(), false],
    ['304, unchanged', row({ status: 304, bytes: 0 }), false],
    ['400', row({ status: 400 }), false],
    ['429, asked us to wait', row({ status: 429, failure: 'rate-limited' }), true],
    ['503, a problem of the site', row({ status: 503, failure: 'server-error' }), true],
    ['200, not the feed', row({ failure: 'not-json' }), true],
    ['200, cut off', row({ failure: 'broken-json' }), true],
    ['no answer: offline', deadRow('offline'), true],
    ['no answer: too slow', deadRow('timeout'), true],
    ['no answer: sent elsewhere', deadRow('not-json'), true],
    ['stopped before an answer', openRow(), true],
  ])('says what became of it: %s', (words, request, isBad) => {
    expect(toRequestLine(request, NOW)).toMatchObject({ status: words, isBad });
  });

  it.each<[Partial<RequestRow>, string]>([
    [{ trigger: 'install' }, 'First reading after the installation: Nov 20'],
    [{ trigger: 'startup' }, 'Reading at the browser’s start: Nov 20'],
    [{ trigger: 'page' }, 'Reading when a page was opened: Nov 20'],
    [{ trigger: 'hand' }, 'You asked for a reading: Nov 20'],
    [{ trigger: 'permission' }, 'Reading after a change of permissions: Nov 20'],
    [{ trigger: 'alarm', picked: true, day: '2025-03-04' }, 'You picked Mar 4, 2025'],
  ])('says why it was made: %j', (change, why) => {
    expect(toRequestLine(row(change), NOW).why).toBe(why);
  });
});

describe('the sum of today', () => {
  it('counts from the user’s own midnight', () => {
    const midnight = new Date(2026, 10, 20).getTime();
    const rows = [row(), row({ at: midnight, bytes: 1_000 }), row({ at: midnight - 1, bytes: 9_000 })];
    expect(toRequestTotal(rows, NOW)).toBe('Today: 2 requests to huggingface.co, 53.1 kB received.');
  });

  it('names one request and one that has no answer', () => {
    expect(toRequestTotal([openRow()], NOW)).toBe('Today: 1 request to huggingface.co, 0 bytes received.');
  });

  it('says so when there was none', () => {
    expect(toRequestTotal([row({ at: NOW - 48 * HOUR_MS })], NOW)).toBe('Today: no request.');
  });
});

describe('the list as text', () => {
  it('is a line each, with tabs, that a spreadsheet reads', () => {
    expect(toRequestText([row({ at: Date.parse('2026-11-20T13:00:00Z') }), openRow()], NOW).split('\n')).toEqual([
      'time\tmethod\thost\tpath\tstatus\tbytes\tms\twhy',
      '2026-11-20T13:00:00.000Z\tGET\thuggingface.co\t/api/daily_papers?date=2026-11-20&limit=100\t200\t52130\t340\tScheduled reading: Nov 20',
      `${new Date(NOW - HOUR_MS).toISOString()}\tGET\thuggingface.co\t/api/daily_papers?date=2026-11-20&limit=100\tstopped before an answer\t\t\tScheduled reading: Nov 20`,
    ]);
  });
});

describe('bytes in words', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [52_130, '52.1 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [12_345_678, '12.3 MB'],
  ])('%i', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});
