import { describe, expect, it } from 'vitest';
import { BACKUP_BYTES_LIMIT } from '@/lib/core/backup/backup';
import { readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import { DATA, digest, toBytes, toText } from './sample';

async function problemOf(file: string | Uint8Array): Promise<string> {
  const result = await readBackupFile(typeof file === 'string' ? toBytes(file) : file, digest);
  return result.ok ? 'taken' : result.problem;
}

const whole = await toText();
const lines = whole.split('\n');
/** The file with a piece of it replaced. */
const having = (from: string | RegExp, to: string) => {
  const changed = whole.replace(from, to);
  expect(changed).not.toBe(whole);
  return changed;
};

describe('a file that is no whole backup is refused', () => {
  it.each<[what: string, file: () => string | Uint8Array, problem: RegExp]>([
    ['empty', () => ' \n', /is empty/],
    ['no text', () => new Uint8Array([0x7b, 0xff, 0xfe, 0x00]), /not in UTF-8/],
    ['half a letter', () => toBytes(whole.replace('𝔘', '?')).map((byte) => (byte === 0x3f ? 0xf0 : byte)), /UTF-8/],
    ['cut off', () => whole.slice(0, 700), /cut off on its way: it ends in line 14, character \d+/],
    ['with a letter too much', () => having('"theme"', '"theme"x'), /in line 18, character 21: .*comma/],
    ['with a line break in a text', () => having('Agents', 'Age\nnts'), /line 10, .*line break/],
    ['with a bad escape', () => having('Agents', 'Age\\xnts'), /line 10, .*backslash/],
    ['with something behind', () => `${whole}{}`, /nothing more is expected/],
    ['deep', () => `${'['.repeat(5_000_000)}`, /too deeply/],
    ['of topics', () => toTopicsFile(DATA.topics), /file of topics.*under Topics/],
    ['of somebody else', () => '{"name":"package"}', /not a backup of Daily Papers/],
    ['a list', () => '[]', /not a backup of Daily Papers/],
    ['of a newer version', () => having('"version": 1', '"version": 2'), /newer version.*Update/],
    ['without a version', () => having('"version": 1', '"version": "1"'), /must be 1/],
    ['without a time', () => having('2026-11-26', 'on a'), /when it was made.*line 4, character 11/],
    ['without data', () => having('"data"', '"date"'), /no "data"/],
    ['without a list', () => having('"topics": [', '"topicz": ['), /no list of "topics"|not known/],
    ['with a wrong count', () => having('"topics":1', '"topics":2'), /should hold 2 topics and holds 1.*line 7, char/],
    ['changed by hand', () => having('agent*', 'robot*'), /checksum does not fit/],
    ['with another checksum', () => having(/sha256:[0-9a-f]{8}/, 'sha256:00000000'), /checksum does not fit/],
    ['with text for a time', () => having('"at":8', '"at":"8"'), /^Status 2: read.at must be a time .*line 11, char/],
    ['with a time before time', () => having('"at":8', '"at":-8'), /^Status 2: read.at must be a time/],
    ['with a time after all time', () => having('"at":8', '"at":9e15'), /^Status 2: read.at must be a time/],
    [
      'with a time of the year 10000',
      () => having('"at":8', '"at":253402300800000'),
      /^Status 2: read.at must be a time/,
    ],
    ['with a change of that year', () => having('"updatedAt":4', '"updatedAt":253402300800000'), /^Topic 1: updatedAt/],
    ['with a choice of that year', () => having('"at":9', '"at":253402300800000'), /^Setting 2: at must be a time/],
    ['made in that year', () => having('2026-11-26', '+010000-01-01'), /when it was made/],
    [
      'with a place beyond all lists',
      () => having('"position":0', '"position":1000000001'),
      /^Topic 1: position must be/,
    ],
    [
      'with half a letter for a paper',
      () => having('"2611.00002"', '"\\ud800"'),
      /^Status 2: paperId has half a letter/,
    ],
    ['with half a letter for a setting', () => having('"theme"', '"\\udfff"'), /^Setting 2: key has half a letter/],
    ['with half a yes', () => having('"value":true', '"value":1'), /^Status 1: starred.value must be true or false/],
    ['with a script for a link', () => having('https://hug', 'javascript:'), /^Status 1: link must be a web address/],
    ['with a number for a paper', () => having('"2611.00002"', '2611.00002'), /^Status 2: paperId must be text/],
    [
      'with a paper twice',
      () => having('"2611.00002"', '"2611.00001"'),
      /^Status 2: it has the same paperId as number 1/,
    ],
    [
      'with an unknown field',
      () => having('"title"', '"titel"'),
      /^Status 1: has a field that is not known: titel.*line 10/,
    ],
    [
      'with fields without end, of which it names three',
      () => having('"title"', `${Array.from('abcde', (name) => `"${name}":0`).join()},"title"`),
      /^Status 1: has fields that are not known: a, b, c, and 2 more\. It/,
    ],
    [
      'with a name that is a page long, which it cuts',
      () => having('"title"', `"x\u202e\\n${'y'.repeat(9_000)}"`),
      /^Status 1: has a field that is not known: x y{57}…\. It stands in line 10, character \d+\.$/,
    ],
    [
      'with numbers that are none',
      () => having('"statuses":2', '"statuses":{"toString":1}'),
      /should hold no statuses and holds 2\. It stands in line 7/,
    ],
    ['with no UUID', () => having('00000000-0000-4', 'x'), /^Topic 1: id must be a UUID/],
    ['with a ninth colour', () => having('"colour":3', '"colour":8'), /^Topic 1: colour .* from 0 to 7/],
    ['with a nameless setting', () => having('"theme"', '""'), /^Setting 2: key must not be empty/],
    [
      'with another prototype',
      () => having('"key":"theme"', '"__proto__":{"a":1},"key":"theme"'),
      /“__proto__”.*line 18/,
    ],
    ['with a constructor', () => having('"value":"dark"', '"value":{"constructor":1}'), /“constructor”/],
    ['with a huge text', () => having('Agents', 'A'.repeat(1_000_001)), /more than 1,000,000 characters.*line 10/],
  ])('%s', async (_what, file, problem) => {
    expect(await problemOf(file())).toMatch(problem);
  });

  it.each<[what: string, change: (file: { data: Record<string, unknown[]> }) => void, problem: RegExp]>([
    [
      'with topics that nobody could have made',
      ({ data }) => Object.assign(data, { topics: Array(2_001).fill(DATA.topics[0]) }),
      /^The file has more than 2,000 topics, which no backup has\. It stands in line 1, character \d/,
    ],
    [
      'with deleted topics without end',
      ({ data }) => Object.assign(data, { topics: Array(20_001).fill({ ...DATA.topics[0], deletedAt: 5 }) }),
      /^The file has more than 20,000 topics, deleted ones too, which no backup has\./,
    ],
    [
      'with settings without end',
      ({ data }) => Object.assign(data, { settings: Array(10_001).fill({ key: 'a' }) }),
      /^The file has more than 10,000 settings, which no backup has\./,
    ],
    [
      'with marked papers without end',
      ({ data }) => Object.assign(data, { statuses: Array(500_001).fill({ paperId: 'a' }) }),
      /^The file has more than 500,000 statuses, which no backup has\./,
    ],
  ])('%s', async (_what, change, problem) => {
    const file = JSON.parse(whole);
    change(file);
    expect(await problemOf(JSON.stringify(file))).toMatch(problem);
  });

  it('when it is too large, before it is read', async () => {
    expect(await problemOf(new Uint8Array(BACKUP_BYTES_LIMIT + 1))).toMatch(/too large/);
  });

  it('wherever it was cut', async () => {
    for (let at = 0; at < whole.length - 2; at += 37) expect(await problemOf(whole.slice(0, at))).not.toBe('taken');
    expect(lines.length).toBeGreaterThan(15);
  });
});
