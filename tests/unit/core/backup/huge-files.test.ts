import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace } from '@/lib/core/backup/find-place';
import { readBackupFile } from '@/lib/core/backup/read-backup-file';
import { walkJson } from '@/lib/core/backup/walk-json';
import { measureCpu } from '../../../harness/cpu-time';
import { digest, toBytes } from './sample';

const MEGABYTE = 1_000_000;
const HEAD =
  '{"format":"daily-papers-backup","version":1,"made":"2026-11-26T21:05:00.000Z","app":"0.1.0","checksum":"","counts":{},"data":{';
const TAIL = '"topics":[],"settings":[]}}';
const statuses = (list: string) => `${HEAD}"statuses":${list},${TAIL}`;
const repeat = (part: string, bytes: number) => part.repeat(Math.floor(bytes / part.length));
const fields = (count: number) => Array.from({ length: count }, (_, i) => `"k${i}":0`).join(',');

describe('a huge file is refused in bounded time', () => {
  it.each<[what: string, file: () => string, problem: RegExp]>([
    ['of numbers for statuses', () => statuses(`[${repeat('0,', 20 * MEGABYTE)}0]`), /more than 5,000,000 values/],
    ['of empty statuses', () => statuses(`[${repeat('{},', 20 * MEGABYTE)}{}]`), /more than 5,000,000 values/],
    [
      'with a list of tags without end',
      () => statuses(`[{"paperId":"a","tags":{"value":[${repeat('0,', 6 * MEGABYTE)}0],"at":1}}]`),
      /more than 20,000 entries, .* line 1, character 40,\d{3}\.$/,
    ],
    ['with a status of fields without end', () => statuses(`[{"paperId":"a",${fields(1_500_000)}}]`), /20,000 entries/],
    ['with statuses that are no list', () => statuses(`{${fields(1_500_000)}}`), /more than 20,000 entries/],
    ['of fields alone', () => `${HEAD.slice(0, -8)}${fields(1_500_000)}}`, /more than 20,000 entries/],
    [
      'of a name',
      () => statuses(`[{"paperId":"a","${'x'.repeat(20 * MEGABYTE)}":1}]`),
      /name of a field has more than/,
    ],
    ['of line breaks', () => `${HEAD}${'\n'.repeat(20 * MEGABYTE)}x`, /line 20,000,001, character 1: /],
  ])('%s', async (_what, file, problem) => {
    const bytes = toBytes(file());
    const [result, ms] = await measureCpu(() => readBackupFile(bytes, digest));
    expect(result.ok ? 'taken' : result.problem).toMatch(problem);
    expect(ms).toBeLessThan(3_000);
  });
});

describe('the place of a mistake at the end of a huge file', () => {
  const entry = '{"paperId":"2611.00001","title":"A \\"title\\" [of {some}] length","read":{"value":true,"at":1}},';
  const list = repeat(entry, 20 * MEGABYTE);

  it('is found in little time where it is no JSON', async () => {
    const text = statuses(`[${list}x]`);
    const [mistake, ms] = await measureCpu(() => walkJson(text));
    expect(ms).toBeLessThan(1_000);
    expect(mistake).toEqual({ at: HEAD.length + 12 + list.length, problem: 'a value is expected here' });
  });

  it('is found in little time where an entry is wrong', async () => {
    const text = statuses(`[${list}{"paperId":7}]`);
    const path = ['data', 'statuses', list.length / entry.length, 'paperId'];
    const [place, ms] = await measureCpu(() => findPlace(text, path));
    expect(text.slice(place)).toBe(`7}],${TAIL}`);
    expect(ms).toBeLessThan(1_000);
  });
});

describe('the search for places', () => {
  it('finds a mistake in exactly the texts that are no JSON', () => {
    const json = fc.json({ maxDepth: 3 });
    const change = fc.tuple(fc.nat(), fc.constantFrom('', '"', ',', '}', ']', '\\', '0', '-', '.', 'e', ' ', '\n'));
    fc.assert(
      fc.property(json, change, (text, [where, letter]) => {
        const at = where % text.length;
        for (const one of [text, text.slice(0, at) + letter + text.slice(at + 1)])
          expect(walkJson(one) === undefined).toBe(isJson(one));
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds every value where it stands, and of one that is not there what would hold it', () => {
    const value = { 'a"\\': [1, { '': 'x,]}' }, [[], {}]], __p: 'a:b', e: {} };
    const text = JSON.stringify(value, null, 2);
    const textAt = (path: (string | number)[]) => text.slice(findPlace(text, path));
    expect(textAt([])).toBe(text);
    expect(textAt(['a"\\', 1, ''])).toMatch(/^"x,\]\}"/);
    expect(textAt(['a"\\', 2, 1])).toMatch(/^\{\}/);
    expect(textAt(['__p'])).toMatch(/^"a:b"/);
    expect(textAt(['e', 'f', 'g'])).toMatch(/^\{\}\s+\}$/);
    expect(textAt(['a"\\', 9])).toMatch(/^\[\s+1,/);
    expect('{"a":1,"a":2}'.slice(findPlace('{"a":1,"a":2}', ['a']))).toBe('2}');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
