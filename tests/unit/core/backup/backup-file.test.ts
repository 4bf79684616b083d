import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupData } from '@/lib/core/backup/backup';
import { readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import type { Status } from '@/lib/core/papers/status';
import type { Topic } from '@/lib/core/topics/topic';
import { measureCpu } from '../../../harness/cpu-time';
import { settingOf, statusOf, topicOf } from '../merge/arbitraries';
import { DATA, digest, MADE, toBytes, toText } from './sample';

const read = (text: string) => readBackupFile(toBytes(text), digest);
const UUID = '00000000-0000-4000-8000-00000000000';

describe('a backup', () => {
  it('says what it is, one entry a line, and comes back as it was', async () => {
    const text = await toText();
    expect(text.split('\n').slice(0, 9)).toEqual([
      '{',
      '  "format": "daily-papers-backup",',
      '  "version": 1,',
      '  "made": "2026-11-26T21:05:00.000Z",',
      '  "app": "0.1.0",',
      expect.stringMatching(/^ {2}"checksum": "sha256:[0-9a-f]{64}",$/),
      '  "counts": {"statuses":2,"topics":1,"settings":2},',
      '  "data": {',
      '    "statuses": [',
    ]);
    const settings = [...DATA.settings].reverse();
    const backup = { made: MADE.at, app: '0.1.0', data: { ...DATA, settings } };
    expect(await read(text)).toEqual({ ok: true, backup });
    expect(await read(`\uFEFF${text}`)).toMatchObject({ ok: true });
  });

  it('is the same file for the same data, in whatever order the rows come', async () => {
    const turned = { ...DATA, statuses: [...DATA.statuses].reverse(), settings: [...DATA.settings].reverse() };
    expect(await toText(turned)).toBe(await toText());
  });

  it('may be written anew by another tool, with other spaces and another order of fields', async () => {
    const { data, ...head } = JSON.parse(await toText());
    expect(await read(JSON.stringify({ data, ...head }))).toMatchObject({ ok: true });
  });

  it('brings any value back, whatever its letters', async () => {
    const data = fc.record({
      statuses: fc.tuple(statusOf('2611.00001'), statusOf('huggingface:x')),
      topics: fc.tuple(topicOf(`${UUID}1`), topicOf(`${UUID}2`)),
      settings: fc.tuple(settingOf('theme'), settingOf('from a newer version')),
    });
    await fc.assert(
      fc.asyncProperty(data, async (made: BackupData) => {
        const { text, leftOut } = await toBackupFile(made, MADE, digest);
        expect(leftOut).toBe(0);
        const result = await read(text);
        const byKey = [...made.settings].reverse();
        expect(result).toEqual({ ok: true, backup: expect.objectContaining({ data: { ...made, settings: byKey } }) });
      }),
    );
  });

  it('brings 50,000 statuses back, letter by letter, in bounded time', async () => {
    const letters = ['é', '漢字', '👩🏽‍🚀', '\u0000', '\u2028', '\uD800', 'ﷺ', '"\\/', '‮', 'e\u0301', '\uFEFF'];
    const statuses = Array.from({ length: 50_000 }, (_, i): Status => {
      const text = `${letters[i % letters.length]}${String.fromCodePoint(32 + ((i * 21) % 0x10ff00))}`;
      return {
        paperId: `2611.${String(i).padStart(5, '0')}`,
        title: `Paper ${text}`,
        starred: { value: i % 2 === 0, at: i },
        note: { value: text.repeat(3), at: i },
        tags: { value: [text], at: i },
      };
    });
    const [result, ms] = await measureCpu(async () => read(await toText({ ...DATA, statuses })));
    expect(ms).toBeLessThan(20_000);
    expect(result.ok && result.backup.data.statuses).toEqual(statuses);
  });

  it('has as many topics as the reader takes, and of more it says so', async () => {
    const topics = Array.from({ length: 2_001 }, (_, i): Topic => {
      const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
      return { ...(DATA.topics[0] as Topic), id };
    });
    expect(await read(await toText({ ...DATA, topics: topics.slice(1) }))).toMatchObject({ ok: true });
    await expect(toText({ ...DATA, topics })).rejects.toThrow(
      'There are more than 2,000 topics, and one backup file can’t hold them. Delete some first.',
    );
  });

  it('leaves a row out that no reader would take, and says how many; of one with a bad link only the link', async () => {
    const damaged = { paperId: 7, starred: 'yes' } as unknown as Status;
    const linked: Status = { paperId: 'b', link: 'javascript:alert(1)', starred: { value: true, at: 1 } };
    const { text, leftOut, counts } = await toBackupFile({ ...DATA, statuses: [damaged, linked] }, MADE, digest);
    expect([leftOut, counts.statuses]).toEqual([1, 1]);
    const result = await read(text);
    expect(result.ok && result.backup.data.statuses).toEqual([{ paperId: 'b', starred: { value: true, at: 1 } }]);
  });
});
