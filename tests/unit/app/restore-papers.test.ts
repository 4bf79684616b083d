import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { backUpIfDue, backUpNow } from '@/lib/app/back-up';
import { pruneFeed } from '@/lib/app/prune-feed';
import { PapersStayError } from '@/lib/app/restore-errors';
import { previewRestore, readBackup } from '@/lib/app/restore-work';
import { toJob } from '@/lib/app/run-sync';
import { saveSetting } from '@/lib/app/save-setting';
import { browserSyncIo } from '@/lib/app/sync-io';
import { withSyncLock } from '@/lib/app/sync-lock';
import { undoGroup } from '@/lib/app/undo';
import type { Backup, BackupData, BackupPaper } from '@/lib/core/backup/backup';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { readLastAction } from '@/lib/db/queries/journal';
import { readNewPapers } from '@/lib/db/queries/papers';
import { userDb } from '@/lib/db/user-database';
import { applyFeedStep, HoldLostError, takeHold } from '@/lib/db/writes/feed';
import { addPapers } from '@/lib/db/writes/restore-papers';
import { clearDatabases, seedDay, seedSeen } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { writeMeta } from '../../harness/write-meta';
import { DATA, PAPERS, toBytes } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

const saved = vi.hoisted(() => ({ texts: [] as string[], allowed: false }));
vi.mock('@/lib/browser/save-file', () => ({
  saveByLink: (_name: string, text: string) => void saved.texts.push(text),
}));
vi.mock('@/lib/browser/downloads', () => ({
  saveDownload: async (path: string, text: string) => {
    saved.texts.push(text);
    return { path, bytes: text.length };
  },
  canSaveDownloads: () => true,
  isDownloadGone: async () => false,
  removeDownload: async () => undefined,
}));
vi.mock('@/lib/browser/permissions', async (load) => ({
  ...(await load<object>()),
  hasDownloadsPermission: async () => saved.allowed,
}));
const askSync = vi.hoisted(() => vi.fn(async () => ({ kind: 'finished' })));
vi.mock('@/lib/app/ask-sync', () => ({ askSync }));

const TODAY = toUtcDay(Date.now());
const daysAgo = (days: number) => addDays(TODAY, -days);
const BACKUP: Backup = { made: 0, app: '0.1.0', data: { ...DATA, papers: PAPERS } };
const [AGENTS, NOTE] = PAPERS as [BackupPaper, BackupPaper];
const toBackup = (papers: BackupPaper[], data: BackupData = { statuses: [], topics: [], settings: [] }): Backup => ({
  ...BACKUP,
  data: { ...data, papers },
});
/** A paper of a day, young enough to be new. */
const young = (id: string, date = daysAgo(2)): BackupPaper => ({
  ...NOTE,
  id,
  dailyDate: date,
  listings: [{ source: 'huggingface', date, rank: 0, firstSeenAt: 5 }],
});

const feed = async () =>
  Promise.all([feedDb.papers, feedDb.listings, feedDb.seen, feedDb.days].map((table) => table.toArray()));
const user = () => Promise.all(userDb.tables.map((table) => table.toArray()));
const everything = async () => [...(await feed()), ...(await user())];

beforeEach(async () => {
  installFakeLocks();
  await clearDatabases();
  Object.assign(saved, { texts: [], allowed: false });
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
});

afterEach(() => vi.restoreAllMocks());

async function readSaved(): Promise<Backup> {
  const result = await readBackup(toBytes(saved.texts.at(-1) ?? ''));
  if (!result.ok) throw new Error(result.problem);
  return result.backup;
}

describe('a backup with the papers', () => {
  it('brings papers, lists and what was seen into an empty profile as they were, by way of the file', async () => {
    for (const days of [0, 1, 20]) {
      const papers = await seedDay(daysAgo(days), ['First', 'Second 𝔘', 'Third']);
      await seedSeen(papers.slice(0, days));
    }
    // Featured twice.
    const [twice] = await feedDb.papers.toArray();
    const place = { source: 'huggingface', date: TODAY, paperId: twice?.id ?? '', rank: 9, firstSeenAt: 3 } as const;
    await feedDb.listings.put(place);
    await feedDb.papers.update(place.paperId, { dailyDate: TODAY });
    await userDb.statuses.put({ paperId: 'x', note: { value: 'n', at: 1 } });
    const [papers, listings, seen] = await feed();
    expect(await backUpNow({ papers: true })).toMatchObject({ papers: { taken: 9, of: 9 }, leftOut: 0 });
    await clearDatabases();
    const { words } = await restoreBackup(await readSaved());
    expect(words).toBe('A backup was restored (1 change). 9 papers added, which an undo leaves here.');
    expect((await feed()).slice(0, 3)).toEqual([papers, listings, seen]);
    expect(await userDb.statuses.count()).toBe(1);
  });

  it('is made only where it is asked for: neither by a plain click nor by the schedule', async () => {
    await seedDay(daysAgo(1), ['First']);
    await backUpNow();
    saved.allowed = true;
    await saveSetting('backupEvery', 'daily');
    await backUpIfDue();
    expect(saved.texts).toHaveLength(2);
    for (const text of saved.texts) expect(JSON.parse(text).data).not.toHaveProperty('papers');
  });

  it('has a reading go on that had to stop for its papers, whether it could be restored or not', async () => {
    askSync.mockClear();
    await restoreBackup(toBackup([young('2611.00001')]));
    expect(askSync).not.toHaveBeenCalled();
    await writeMeta({ job: { ...toJob('hand', browserSyncIo), reading: TODAY } });
    await restoreBackup(toBackup([young('2611.00002')]));
    await vi.waitFor(() => expect(askSync.mock.calls).toEqual([['page']]));
    vi.spyOn(userDb.journal, 'bulkAdd').mockRejectedValue(new Error('no'));
    await expect(restoreBackup(BACKUP)).rejects.toThrow();
    await vi.waitFor(() => expect(askSync).toHaveBeenCalledTimes(2));
  });

  it('makes nothing new that was seen there, and nothing old that was not', async () => {
    const backup = toBackup([
      { ...young('2611.00001'), seenAt: 4 },
      young('2611.00002'),
      young('2611.00003', daysAgo(40)),
    ]);
    await restoreBackup(backup);
    const { entries } = await readNewPapers(TODAY);
    expect(entries.map(({ paper }) => paper.id)).toEqual(['2611.00002']);
  });

  it('leaves a day that was never read here as such, and lets no old one be the ledger’s beginning', async () => {
    await seedDay(daysAgo(3), ['Here']);
    await restoreBackup(
      toBackup([young('2611.00001', daysAgo(3)), young('2611.00002', daysAgo(4)), young('2601.00001', daysAgo(200))]),
    );
    const rows = await feedDb.days.orderBy('date').toArray();
    expect(rows.map(({ state, papers, picked, readAt }) => [state, papers, picked, readAt !== undefined])).toEqual([
      ['partial', 1, true, false],
      ['partial', 1, undefined, false],
      ['complete', 2, undefined, true],
    ]);
  });

  it('where it brings papers alone says so, is no action to be undone, and again brings nothing', async () => {
    expect(await previewRestore(toBackup(PAPERS))).toMatchObject({
      papers: { fresh: 2, here: 0, old: 0, ahead: 0 },
      changing: 2,
    });
    expect(await restoreBackup(toBackup(PAPERS))).toMatchObject({
      count: 0,
      words: 'A backup was restored: 2 papers added.',
    });
    expect(await userDb.journal.count()).toBe(0);
    const before = await everything();
    expect(await previewRestore(toBackup(PAPERS))).toMatchObject({
      papers: { fresh: 0, here: 2 },
      changing: 0,
      writing: 0,
    });
    expect(await restoreBackup(toBackup(PAPERS))).toMatchObject({ count: 0, words: 'Nothing changed.' });
    expect(await everything()).toEqual(before);
  });

  it('undone leaves the papers here, and takes back what the user made', async () => {
    const { group } = await restoreBackup(BACKUP);
    const papers = await feed();
    expect(await undoGroup(group)).toMatchObject({ count: 5 });
    expect(await feed()).toEqual(papers);
    expect(await userDb.topics.count()).toBe(0);
  });
});

describe('an undo of a restore that made papers seen', () => {
  const readNew = async () => (await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id).sort();
  const THEME = { statuses: [], topics: [], settings: [{ key: 'theme', value: 'dark', at: 9 }] };

  it('makes new again what was here and new until then, not what came seen, and says what it leaves', async () => {
    const [first, second, shown] = await seedDay(daysAgo(2), ['First', 'Second', 'Shown since']);
    const before = await readNew();
    const papers = [first, second, shown].map((paper, i) => ({ ...young(paper?.id ?? ''), seenAt: 5 + i }));
    const backup = toBackup([...papers, { ...young('2611.00009'), seenAt: 8 }], THEME);
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 1, here: 3, placing: 2, newlySeen: 3 });
    const { group, words, count } = await restoreBackup(backup);
    expect([count, words]).toEqual([4, 'A backup was restored (1 change). 1 paper added, which an undo leaves here.']);
    expect(await readNew()).toEqual([]);
    expect((await readLastAction('all'))?.words).toBe('A backup was restored (1 change).');
    // Shown here after all, at another moment: that is nothing the restore did.
    await feedDb.seen.put({ paperId: shown?.id ?? '', at: 99 });
    expect(await undoGroup(group)).toMatchObject({ count: 3, words: 'Taken back: a backup was restored (1 change).' });
    expect(await readNew()).toEqual(before.filter((id) => id !== shown?.id));
    expect(await feedDb.seen.get('2611.00009')).toEqual({ paperId: '2611.00009', at: 8 });
  });

  it('is there also where nothing else came, and stands as it was where the undo is refused', async () => {
    const [paper] = await seedDay(daysAgo(2), ['First']);
    const { listings: _none, ...known } = { ...young(paper?.id ?? ''), seenAt: 5 };
    const backup = toBackup([{ ...known, listings: [] }]);
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 0, placing: 0, writing: 1, newlySeen: 1 });
    const { group, count, words } = await restoreBackup(backup);
    expect([count, words]).toEqual([1, 'A backup was restored (1 paper is not new any more).']);
    expect(await readLastAction('all')).toMatchObject({ group, words });
    vi.spyOn(userDb.journal, 'bulkPut').mockRejectedValueOnce(new Error('refused'));
    await expect(undoGroup(group)).rejects.toThrow('refused');
    expect(await feedDb.seen.toArray()).toEqual([{ paperId: paper?.id, at: 5 }]);
    expect(await undoGroup(group)).toMatchObject({ count: 1 });
    expect(await readNew()).toEqual([paper?.id]);
    expect(await undoGroup(group)).toBeUndefined();
  });

  it('says that places in lists stay where only those came', async () => {
    const [paper] = await seedDay(daysAgo(2), ['First']);
    const backup = toBackup([young(paper?.id ?? '', daysAgo(1))], THEME);
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 0, here: 1, placed: 1 });
    const { words } = await restoreBackup(backup);
    expect(words).toBe('A backup was restored (1 change). Places in lists were added, which an undo leaves here.');
  });
});

describe('papers that are older than the user keeps them', () => {
  it('are told of and left out, unless a mark of the backup keeps them; nothing is pruned a moment later', async () => {
    await saveSetting('keepDays', 90);
    const old = [young('2601.00001', daysAgo(200)), young('2601.00002', daysAgo(200)), young('2611.00001')];
    const statuses = [{ paperId: '2601.00002', starred: { value: true, at: 1 } }];
    const backup = toBackup(old, { statuses, topics: [], settings: [] });
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 2, old: 1, keepDays: 90 });
    await restoreBackup(backup);
    const restored = await feed();
    await pruneFeed();
    expect(await feed()).toEqual(restored);
    expect((await feedDb.papers.toArray()).map(({ id }) => id)).toEqual(['2601.00002', '2611.00001']);
  });

  it('are those by the setting of the backup, where that is the later one', async () => {
    const data = { statuses: [], topics: [], settings: [{ key: 'keepDays', value: 90, at: Date.now() }] };
    const backup = toBackup([young('2601.00001', daysAgo(200))], data);
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 0, old: 1, keepDays: 90 });
    await saveSetting('keepDays', 365);
    data.settings[0] = { key: 'keepDays', value: 90, at: 1 };
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 1, old: 0, keepDays: 365 });
  });

  it('are none where the later choice of the backup is to keep them for ever', async () => {
    await saveSetting('keepDays', 90);
    const settings = [{ key: 'keepDays', at: Date.now() + 5_000 }];
    const backup = toBackup([young('2601.00001', daysAgo(200))], { statuses: [], topics: [], settings });
    expect((await previewRestore(backup)).papers).toMatchObject({ fresh: 1, old: 0, keepDays: 0 });
    await restoreBackup(backup);
    expect(await feedDb.papers.count()).toBe(1);
  });

  it('go in time, as those of any other day', async () => {
    await restoreBackup(toBackup([young('2601.00001', daysAgo(200))]));
    await saveSetting('keepDays', 90);
    await pruneFeed();
    expect(await feedDb.papers.count()).toBe(1);
    // Once a reading has borne the date out.
    await seedDay(daysAgo(0), []);
    await pruneFeed();
    expect(await feedDb.papers.count()).toBe(0);
  });
});

describe('where what is stored of the feed can’t be opened', () => {
  it('the preview tells of the rest and of the papers that can’t be added, and a restore brings the rest', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    feedDb.close();
    try {
      const description = await previewRestore(BACKUP);
      expect(description).toMatchObject({ isWithoutFeed: true, changing: 3 });
      const { words, group } = await restoreBackup(BACKUP);
      expect(words).toBe(
        'A backup was restored (5 changes). Its papers were left out: the stored ones can’t be opened here.',
      );
      expect([await userDb.topics.count(), await userDb.statuses.count()]).toEqual([1, 2]);
      expect(await undoGroup(group)).toMatchObject({ count: 5 });
      expect((await restoreBackup(toBackup(PAPERS))).words).toBe(
        'Nothing changed. Its papers were left out: the stored ones can’t be opened here.',
      );
    } finally {
      await feedDb.open();
    }
    expect(await previewRestore(BACKUP)).not.toHaveProperty('isWithoutFeed');
    await restoreBackup(BACKUP);
    expect(await feedDb.papers.count()).toBe(2);
  });
});

describe('a backup that keeps papers for a shorter time', () => {
  const toShorter = (keepDays: number, statuses: BackupData['statuses'] = []): Backup => ({
    ...BACKUP,
    data: { statuses, topics: [], settings: [{ key: 'keepDays', value: keepDays, at: Date.now() + 5_000 }] },
  });

  it('says how many of those that are here go by it, by the marks as they will be, and that many go', async () => {
    const readAt = Date.now() - 20 * 86_400_000;
    const [first] = await seedDay(daysAgo(200), ['Old', 'Older', 'Oldest'], { readAt });
    await seedDay(daysAgo(60), ['Young'], { readAt });
    const star = { paperId: first?.id ?? '', starred: { value: true, at: 1 } };
    expect((await previewRestore(toShorter(90))).pruning).toEqual({ keepDays: 90, papers: 3 });
    expect((await previewRestore(toShorter(90, [star]))).pruning).toEqual({ keepDays: 90, papers: 2 });
    for (const days of [0, 365]) expect(await previewRestore(toShorter(days))).not.toHaveProperty('pruning');
    await restoreBackup(toShorter(90, [star]));
    await pruneFeed();
    expect((await feedDb.papers.toArray()).map(({ title }) => title)).toEqual(['Old', 'Young']);
    await saveSetting('keepDays', 90);
    expect(await previewRestore(toShorter(365))).not.toHaveProperty('pruning');
  });
});

describe('law 4: a restore holds the sync', () => {
  it('so that one under way writes nothing more', async () => {
    const result = await withSyncLock(browserSyncIo, async ({ holder }) => {
      await restoreBackup(BACKUP);
      return applyFeedStep(holder, { papers: [] }).catch((error: unknown) => error);
    });
    expect(result).toBeInstanceOf(HoldLostError);
    expect(await feedDb.papers.count()).toBe(2);
  });

  it('and writes nothing once another holds it', async () => {
    await takeHold('another', 1);
    const bounds = { last: TODAY, kept: new Set<string>(), today: TODAY, now: 1 };
    await expect(addPapers('me', PAPERS, bounds)).rejects.toThrow(HoldLostError);
    expect(await feedDb.papers.count()).toBe(0);
  });
});

describe('a restore of papers that another page takes over', () => {
  const takeOver = async () => void (await takeHold('another', 1));

  it('before it writes says so, and what to do', async () => {
    const { put } = feedDb.meta;
    vi.spyOn(feedDb.meta, 'put').mockImplementationOnce((async (row: never) => {
      await put.call(feedDb.meta, row);
      await takeOver();
    }) as never);
    await expect(restoreBackup(BACKUP)).rejects.toMatchObject({
      name: 'Interrupted',
      message: 'another page is restoring or deleting papers; try again once it has ended',
    });
    expect(await feedDb.papers.count()).toBe(0);
  });

  it('and that fails then tells that its papers stay', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(userDb.topics, 'bulkPut').mockImplementationOnce((async () => {
      await Dexie.ignoreTransaction(takeOver);
      throw new Error('refused');
    }) as never);
    const failed = await restoreBackup(BACKUP).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PapersStayError);
    expect(failed).toMatchObject({ name: 'Error', message: 'refused' });
    expect(await feedDb.papers.count()).toBe(2);
  });
});

describe('row 26: a restore of papers that fails midway', () => {
  /** Which papers are here already: they get places, a day, an earlier moment of being seen. */
  async function seedHalf(): Promise<void> {
    await seedDay('2026-11-24', ['Another']);
    await feedDb.papers.put({ ...(await feedDb.papers.toArray())[0], id: AGENTS.id, dailyDate: '2026-11-20' } as never);
    await feedDb.seen.put({ paperId: AGENTS.id, at: 99 });
    await saveSetting('density', 'compact');
  }

  /** Every write from `first` on, until `last`, finds the disk full. */
  function failWrites(first: number, last: number): void {
    const { put, add } = IDBObjectStore.prototype;
    let writes = 0;
    const refuse = (write: typeof put) =>
      function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
        const at = writes++;
        if (at >= first && at <= last) throw new DOMException('The disk is full.', 'QuotaExceededError');
        return write.apply(this, row);
      };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse(put));
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse(add));
  }

  it('changes nothing, whichever write it is that fails', async () => {
    await seedHalf();
    const before = await everything();
    const words = new Set<string>();
    let failed = 0;
    for (let at = 0; ; at++) {
      failWrites(at, at);
      const result = await restoreBackup(BACKUP).then(
        () => 'done',
        (error: Error) => error.name,
      );
      vi.restoreAllMocks();
      if (result === 'done') break;
      failed += 1;
      words.add(result);
      expect(await everything()).toEqual(before);
    }
    expect(failed).toBeGreaterThanOrEqual(20);
    expect([...words]).toEqual(['The disk is full']);
    expect(await feedDb.papers.count()).toBe(3);
    expect(await userDb.topics.count()).toBe(1);
  });

  it('changes nothing the user made, and loses no paper that was here, where the disk stays full', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let failed = 0;
    for (let at = 0; ; at++) {
      await clearDatabases();
      await seedHalf();
      const before = await user();
      const ids = (await feedDb.papers.toArray()).map(({ id }) => id);
      failWrites(at, Number.POSITIVE_INFINITY);
      const result = await restoreBackup(BACKUP).then(
        () => 'done',
        () => 'refused',
      );
      vi.mocked(IDBObjectStore.prototype.put).mockRestore();
      vi.mocked(IDBObjectStore.prototype.add).mockRestore();
      if (result === 'done') break;
      failed += 1;
      expect(await user()).toEqual(before);
      expect((await feedDb.papers.bulkGet(ids)).every(Boolean)).toBe(true);
    }
    expect(failed).toBeGreaterThanOrEqual(20);
  });

  it('leaves what a page marked as seen meanwhile', async () => {
    vi.spyOn(userDb.topics, 'bulkPut').mockImplementation((async () => {
      const seen = [50, 60].map((at, i) => ({ paperId: `2611.0000${i + 1}`, at }));
      await Dexie.ignoreTransaction(() => feedDb.seen.bulkPut(seen));
      throw new Error('refused');
    }) as never);
    const papers = [1, 2, 3]
      .map((i) => young(`2611.0000${i}`))
      .map((paper, i) => (i === 1 ? paper : { ...paper, seenAt: 4 }));
    await expect(restoreBackup(toBackup(papers, DATA))).rejects.toThrow('refused');
    expect(await feedDb.seen.toArray()).toEqual([
      { paperId: '2611.00001', at: 50 },
      { paperId: '2611.00002', at: 60 },
    ]);
    expect(await feedDb.papers.count()).toBe(0);
  });

  it('on a full disk says what to do', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (this.name === 'listings') throw new DOMException('full', 'QuotaExceededError');
      return IDBObjectStore.prototype.add.apply(this, row as never);
    });
    await expect(restoreBackup(BACKUP)).rejects.toMatchObject({
      name: 'The disk is full',
      message: expect.stringMatching(/have no room; make some and try again, or restore it without/),
    });
  });

  it('says nothing of papers where it is what the user made that has no room, with papers or without', async () => {
    for (const backup of [BACKUP, { ...BACKUP, data: DATA }]) {
      vi.spyOn(userDb.topics, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
      await expect(restoreBackup(backup)).rejects.toMatchObject({
        name: 'The disk is full',
        message: 'the topics, marks and settings of this backup have no room; make some and try again',
      });
      expect([await feedDb.papers.count(), await userDb.settings.count()]).toEqual([0, 0]);
    }
  });
});
