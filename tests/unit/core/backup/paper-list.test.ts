import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_BYTES_LIMIT, BACKUP_LIMITS, type BackupData, type BackupPaper } from '@/lib/core/backup/backup';
import { findExcess } from '@/lib/core/backup/find-excess';
import { addPapers, beginPaperLines, countBytes, takePapers } from '@/lib/core/backup/paper-lines';
import { readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { mergePaper } from '@/lib/core/sync/merge-paper';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { createSampleFeed } from '../../../harness/sample-feed/sample-feed';
import { paperOf } from './paper-of';
import { DATA, digest, MADE, PAPERS, toBytes, toText } from './sample';

const read = (text: string) => readBackupFile(toBytes(text), digest);
const whole = await toText({ ...DATA, papers: PAPERS });
const [AGENTS] = PAPERS as [BackupPaper];

describe('a backup with papers', () => {
  it('has them in a list of their own, behind the others, and brings them back as they were', async () => {
    const lines = whole.split('\n');
    expect(lines[6]).toBe('  "counts": {"statuses":2,"topics":1,"settings":2,"papers":2},');
    const at = lines.indexOf('    "papers": [');
    expect(lines.slice(at + 1, at + 3).map((line) => JSON.parse(line.replace(/,$/, '')).id)).toEqual([
      '2611.00001',
      'huggingface:x',
    ]);
    const result = await read(whole);
    expect(result.ok && result.backup.data.papers).toEqual(PAPERS);
  });

  it('is no deeper than one without, and far from the depth that is refused', async () => {
    const within = (depth: number, text: string) => findExcess(text, { ...BACKUP_LIMITS, depth });
    expect([within(5, whole)?.of, within(6, whole), within(6, await toText())]).toEqual([
      'depth',
      undefined,
      undefined,
    ]);
  });

  it('is, without them, the file it was before there were any, byte for byte', async () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(hash(await toText())).toBe('bad4559a934f70aa5f8b188c5e3c44d3758245042190e3d29ebc90ef1fd94cdd');
    const empty = await toText({ statuses: [], topics: [], settings: [] });
    expect(hash(empty)).toBe('7422b38db861ce3e48dd1f44d743c9dcfbcfeb7d5bf44e50da1258735070fb3b');
    const result = await read(empty);
    expect(result.ok && Object.keys(result.backup.data)).toEqual(['statuses', 'topics', 'settings']);
  });

  it('may be written anew by another tool, with other spaces and another order of fields', async () => {
    const { data, ...head } = JSON.parse(whole);
    const papers = data.papers.map((paper: object) => Object.fromEntries(Object.entries(paper).reverse()));
    expect(await read(JSON.stringify({ data: { papers, ...data }, ...head }))).toMatchObject({ ok: true });
  });

  it('brings any paper back, whatever its letters', async () => {
    const papers = fc.tuple(paperOf('2611.00001'), paperOf('2611.00002'), paperOf('huggingface:x'));
    await fc.assert(
      fc.asyncProperty(papers, async (papers) => {
        const { text, leftOut, papers: told } = await toBackupFile({ ...DATA, papers }, MADE, digest);
        expect([leftOut, told]).toEqual([0, { taken: 3, of: 3 }]);
        const result = await read(text);
        expect(result.ok && result.backup.data.papers).toEqual(papers);
      }),
    );
  });

  it('takes every paper as a reading stores it', async () => {
    const feed = createSampleFeed({ from: '2026-10-01' });
    const papers = feed.days('2026-10-31').flatMap((day) => {
      const parsed = parseDailyPapers(feed.read(day), day);
      if (!parsed.ok) throw new Error(parsed.detail);
      return parsed.papers.map((paper, rank): BackupPaper => {
        const listing = { source: 'huggingface', date: day, rank, firstSeenAt: 1 } as const;
        return { ...mergePaper(undefined, paper, 1), listings: [listing] };
      });
    });
    expect(papers.length).toBeGreaterThan(300);
    const { leftOut, papers: told } = await toBackupFile({ ...DATA, papers }, MADE, digest);
    expect([leftOut, told?.taken]).toEqual([0, papers.length]);
  });

  it('leaves a damaged one out and says so; of one with a bad link only the link', async () => {
    const papers = [
      { ...AGENTS, summary: 7 } as unknown as BackupPaper,
      { ...AGENTS, id: '2611.00002', projectPage: 'javascript:alert(1)', mediaUrls: ['data:x', 'https://a.example/'] },
    ];
    const { text, leftOut, papers: told } = await toBackupFile({ ...DATA, papers }, MADE, digest);
    expect([leftOut, told]).toEqual([1, { taken: 1, of: 1 }]);
    const result = await read(text);
    const [paper] = (result.ok && result.backup.data.papers) || [];
    expect(paper).toMatchObject({ id: '2611.00002', mediaUrls: ['https://a.example/'], githubRepo: AGENTS.githubRepo });
    expect(paper).not.toHaveProperty('projectPage');
  });

  it('of which more are stored than a file can hold has the newest, and the reader takes it', async () => {
    const summary = '漢'.repeat(33_000);
    const lines = beginPaperLines(3_000);
    const portion = (from: number) =>
      Array.from({ length: 100 }, (_, i) => ({ ...AGENTS, id: `2611.${from + i + 10_000}`, summary }));
    for (let from = 0; from < 3_000 && addPapers(lines, portion(from)); from += 100);
    expect(lines.lines.length).toBeLessThan(1_200);
    const { text, papers } = await toBackupFile(DATA, MADE, digest, lines);
    const bytes = toBytes(text);
    expect(bytes.length).toBeLessThanOrEqual(BACKUP_BYTES_LIMIT);
    expect(bytes.length).toBeGreaterThan(BACKUP_BYTES_LIMIT - 200_000);
    expect(papers?.of).toBe(3_000);
    const result = await readBackupFile(bytes, digest);
    const ids = (result.ok && result.backup.data.papers?.map(({ id }) => id)) || [];
    expect(ids).toHaveLength(papers?.taken ?? -1);
    expect([ids[0], ids.at(-1)]).toEqual(['2611.10000', `2611.${10_000 + ids.length - 1}`]);
  });

  it('with more values than the reader takes has the newest whose values fit', async () => {
    const authors = Array.from({ length: 10_000 }, () => ({ name: 'A' }));
    const lines = beginPaperLines(260);
    addPapers(lines, [{ ...AGENTS, authors }]);
    lines.lines = lines.lines.flatMap((line) => Array(260).fill(line));
    const { text, papers: told } = await toBackupFile(DATA, MADE, digest, lines);
    expect(told).toEqual({ taken: 249, of: 260 });
    expect(findExcess(text, BACKUP_LIMITS)).toBeUndefined();
    expect(findExcess(text, { ...BACKUP_LIMITS, values: 4_950_000 })).toMatchObject({ of: 'values' });
  });

  it('counts the bytes of any text as an encoder does, and takes no paper that does not fit whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const json = JSON.stringify(text);
        expect(countBytes(json)).toBe(toBytes(json).length);
      }),
    );
    const lines = beginPaperLines(2);
    addPapers(lines, PAPERS);
    for (const of of ['bytes', 'values'] as const) {
      const [first = 0, second = 0] = lines.lines.map((line) => line[of]);
      const taken = (room: number) => takePapers(lines, { bytes: 9_999, values: 999, [of]: room }).texts.length;
      expect([first - 1, first, first + second - 1, first + second].map(taken)).toEqual([0, 1, 1, 2]);
    }
  });
});

describe('a file with a paper that can’t be is refused', () => {
  it.each<[what: string, change: Partial<Record<keyof BackupPaper, unknown>>, problem: RegExp]>([
    ['with an id of no paper', { id: '2611.1' }, /^Paper 1: id must be the id of a paper/],
    ['with half a letter for an id', { id: '\ud800' }, /^Paper 1: id must be the id of a paper/],
    ['with a script for a link', { githubRepo: 'javascript:alert(1)' }, /^Paper 1: githubRepo must be a web address/],
    ['with data for a picture', { mediaUrls: ['data:a'] }, /^Paper 1: mediaUrls\.0 must be a web address/],
    ['with a number for the abstract', { summary: 7 }, /^Paper 1: summary must be text/],
    ['with a huge abstract', { summary: 'x'.repeat(100_001) }, /^Paper 1: summary has more than 100000 characters/],
    ['with too many authors', { authors: Array(10_001).fill({ name: 'A' }) }, /^Paper 1: authors has more than 10000/],
    ['with a node for an author', { authors: [{ name: 'A', type: 'b' }] }, /^Paper 1: authors\.0 has a field/],
    ['on no day', { dailyDate: '2026-02-30' }, /^Paper 1: dailyDate must be a day of the feed/],
    ['of before the feed', { dailyDate: '1999-01-01' }, /^Paper 1: dailyDate must be a day of the feed/],
    ['published at no time', { publishedAt: 'yesterday' }, /^Paper 1: publishedAt must be a moment/],
    ['with less than no upvotes', { upvotes: -1 }, /^Paper 1: upvotes must be a whole number/],
    ['seen before time', { seenAt: -1 }, /^Paper 1: seenAt must be a time/],
    ['seen in the year 10000', { seenAt: 253_402_300_800_000 }, /^Paper 1: seenAt must be a time/],
    ['without listings', { listings: undefined }, /^Paper 1: listings must be a list/],
    [
      'twice in a list',
      { listings: [...AGENTS.listings, AGENTS.listings[0]] },
      /^Paper 1: listings has the same day twice/,
    ],
    ['of another source', { listings: [{ ...AGENTS.listings[0], source: 'x' }] }, /^Paper 1: listings\.0\.source must/],
    ['with an unknown field', { upvote: 1 } as never, /^Paper 1: has a field that is not known: upvote/],
    ['that is there twice', { id: 'huggingface:x' }, /^Paper 2: it has the same id as number 1/],
  ])('%s', async (_what, change, problem) => {
    const file = JSON.parse(whole);
    file.data.papers[0] = { ...AGENTS, ...change };
    const result = await read(JSON.stringify(file));
    expect(result.ok ? 'taken' : result.problem).toMatch(problem);
  });

  it.each<
    [what: string, change: (file: { counts: Record<string, unknown>; data: BackupData }) => void, problem: RegExp]
  >([
    ['without their number', ({ counts }) => delete counts.papers, /should hold no papers and holds 2/],
    ['with their number alone', ({ data }) => delete data.papers, /should hold 2 papers and holds none/],
    ['with no list for one', ({ data }) => Object.assign(data, { papers: {} }), /no list of "papers"/],
    ['changed by hand', ({ data }) => Object.assign(data.papers?.[1] ?? {}, { upvotes: 9 }), /checksum does not fit/],
    ['one seen by hand', ({ data }) => Object.assign(data.papers?.[1] ?? {}, { seenAt: 9 }), /checksum does not fit/],
  ])('the list %s', async (_what, change, problem) => {
    const file = JSON.parse(whole);
    change(file);
    const result = await read(JSON.stringify(file));
    expect(result.ok ? 'taken' : result.problem).toMatch(problem);
  });
});
