import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { makeRoom } from '@/lib/app/make-room';
import { setFlag } from '@/lib/app/mark';
import { countTooOld, pruneByAge } from '@/lib/app/prune-by-age';
import { pruneFeed } from '@/lib/app/prune-feed';
import { saveSetting } from '@/lib/app/save-setting';
import { undoGroup, undoLast } from '@/lib/app/undo';
import { withLock } from '@/lib/browser/locks';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import type { Status } from '@/lib/core/papers/status';
import type { KeepDays } from '@/lib/core/settings/settings';
import { feedDb } from '@/lib/db/feed-database';
import { readMeta } from '@/lib/db/queries/feed-state';
import { readLastAction } from '@/lib/db/queries/journal';
import { readSettings } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { clearDatabases, seedDay } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { writeMeta } from '../../harness/write-meta';
import { restoreBackup } from './restore-here';

const askSync = vi.hoisted(() => vi.fn(async () => ({ kind: 'finished' })));
vi.mock('@/lib/app/ask-sync', () => ({ askSync }));

const NOW = Date.now();
const TODAY = toUtcDay(NOW);
const LONG_AGO = { readAt: NOW - 20 * 86_400_000 };
const daysAgo = (days: number) => addDays(TODAY, -days);
const ids = async () => (await feedDb.papers.toCollection().primaryKeys()).sort();
const user = async () => JSON.stringify(await Promise.all(userDb.tables.map((table) => table.toArray())));
const FULL = 'QuotaExceededError: Encountered full disk while writing.';
const fail = (detail: string, at = Date.now(), lastSuccessAt = 1) =>
  writeMeta({ schedule: { nextDueAt: null, failures: 1, lastSuccessAt, failure: { kind: 'storage', at, detail } } });

beforeEach(async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  installFakeLocks();
  await clearDatabases();
  await seedDay(TODAY, []);
  askSync.mockClear();
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
});

describe('how long papers are kept', () => {
  const backup = (value: KeepDays) => ({
    made: 0,
    app: '0.1.0',
    data: {
      statuses: [],
      topics: [],
      settings: [
        { key: 'keepDays', value, at: Date.now() + 60_000 },
        { key: 'theme', value: 'light', at: Date.now() + 60_000 },
      ],
    },
  });

  it('is taken back by no undo: the choice is the way back, and asks with a number', async () => {
    await saveSetting('theme', 'dark');
    expect((await saveSetting('keepDays', 365)).words).toBe('How long papers are kept was changed.');
    await saveSetting('keepDays', 0);
    await seedDay(daysAgo(900), ['Old'], LONG_AGO);
    expect(await readLastAction('settings')).toMatchObject({ words: 'The theme was changed.' });
    while (await undoLast('all'));
    expect((await readSettings()).settings).toMatchObject({ keepDays: 0, theme: 'system' });
    await pruneFeed();
    expect(await ids()).toHaveLength(1);
  });

  it('stays longer by a backup that is taken back, and nothing goes; the rest of it is as before', async () => {
    await saveSetting('keepDays', 90);
    const { group } = await restoreBackup(backup(0));
    await seedDay(daysAgo(900), ['Old'], LONG_AGO);
    expect(await undoGroup(group)).toMatchObject({
      count: 1,
      words:
        'Taken back in part: a backup was restored (2 changes). How long papers are kept stays as it is: older ones would be deleted.',
    });
    expect((await readSettings()).settings).toMatchObject({ keepDays: 0, theme: 'system' });
    expect(await readLastAction('all')).toBeUndefined();
    await pruneFeed();
    expect(await ids()).toHaveLength(1);
  });

  it.each<[KeepDays | undefined, KeepDays, KeepDays]>([
    [365, 90, 365],
    [undefined, 90, 0],
  ])('is as before (%s) where a backup kept them for %s days only', async (before, theirs, after) => {
    if (before) await saveSetting('keepDays', before);
    const { group } = await restoreBackup(backup(theirs));
    expect((await readSettings()).settings.keepDays).toBe(theirs);
    expect(await undoGroup(group)).toMatchObject({ words: 'Taken back: a backup was restored (2 changes).' });
    expect((await readSettings()).settings.keepDays).toBe(after);
  });
});

describe('a clock that is years ahead, and that no reading has corrected', () => {
  const YEARS_MS = 3 * 365 * 86_400_000;
  const inYears = async (work: () => Promise<unknown>) => {
    const ahead = vi.spyOn(Date, 'now').mockReturnValue(NOW + YEARS_MS);
    onTestFinished(() => void ahead.mockRestore());
    await work();
    ahead.mockRestore();
  };

  it('has no paper deleted for its age, but those that were old already, and counts no others', async () => {
    await saveSetting('keepDays', 365);
    await seedDay(TODAY, ['Today'], { readAt: NOW });
    await seedDay(daysAgo(200), ['Young'], LONG_AGO);
    await seedDay(daysAgo(400), ['Old'], LONG_AGO);
    await inYears(async () => {
      expect(await countTooOld(365)).toBe(1);
      await pruneFeed();
    });
    expect((await feedDb.papers.toArray()).map(({ title }) => title).sort()).toEqual(['Today', 'Young']);
  });

  it('has none of the last weeks make room on a full disk', async () => {
    await seedDay(daysAgo(300), ['Old'], LONG_AGO);
    await seedDay(daysAgo(20), ['Young'], LONG_AGO);
    await seedDay(TODAY, ['Today'], { readAt: NOW });
    await inYears(() => makeRoom({ kind: 'storage', at: NOW + YEARS_MS, detail: FULL }));
    expect((await feedDb.papers.toArray()).map(({ title }) => title).sort()).toEqual(['Today', 'Young']);
  });

  it('has all stay where nothing was read here: they came from a backup', async () => {
    await saveSetting('keepDays', 90);
    const papers = await seedDay(TODAY, ['Today']);
    await feedDb.days.toCollection().modify((day) => void delete day.readAt);
    await inYears(pruneFeed);
    expect(await ids()).toEqual(papers.map(({ id }) => id));
  });
});

describe('papers that are too old', () => {
  it('stay for ever until the user says otherwise', async () => {
    await seedDay(daysAgo(900), ['Old'], LONG_AGO);
    await pruneFeed();
    expect(await ids()).toHaveLength(1);
    expect(await readMeta('pruned')).toBeUndefined();
  });

  it('go with their lists and their day, which can be picked again; what was shown is remembered', async () => {
    const [old] = await seedDay(daysAgo(120), ['Old'], LONG_AGO);
    const [young] = await seedDay(daysAgo(60), ['Young'], LONG_AGO);
    await feedDb.seen.put({ paperId: old?.id ?? '', at: 1 });
    await saveSetting('keepDays', 90);
    await pruneFeed();
    expect(await ids()).toEqual([young?.id]);
    expect((await feedDb.listings.toArray()).map(({ date }) => date)).toEqual([daysAgo(60)]);
    expect((await feedDb.days.toArray()).map(({ date }) => date)).toEqual([daysAgo(60), TODAY]);
    expect(await feedDb.seen.count()).toBe(1);
    expect(await readMeta('pruned')).toMatchObject({ why: 'age', papers: 1, until: daysAgo(120) });
    expect(askSync).not.toHaveBeenCalled();
  });

  it('stay where a younger day lists them too', async () => {
    const [paper] = await seedDay(daysAgo(120), ['Twice'], LONG_AGO);
    await seedDay(daysAgo(10), [], LONG_AGO);
    await feedDb.listings.put({
      source: 'huggingface',
      date: daysAgo(10),
      paperId: paper?.id ?? '',
      rank: 0,
      firstSeenAt: 0,
    });
    await saveSetting('keepDays', 90);
    await pruneFeed();
    expect(await ids()).toEqual([paper?.id]);
  });

  it('go once they lost the last mark that kept them, though no day leads to them any more', async () => {
    const [starred, noted] = await seedDay(daysAgo(120), ['Starred', 'Noted', 'Plain'], LONG_AGO);
    await userDb.statuses.bulkPut([
      { paperId: starred?.id ?? '', starred: { value: true, at: 1 } },
      { paperId: noted?.id ?? '', note: { value: 'n', at: 1 } },
    ]);
    await saveSetting('keepDays', 90);
    await pruneFeed();
    expect([await ids(), await feedDb.days.count()]).toEqual([[starred?.id, noted?.id].sort(), 1]);
    await setFlag([{ id: starred?.id ?? '', title: 'Starred' }], 'starred', false);
    await pruneFeed();
    expect(await ids()).toEqual([noted?.id]);
    expect(await readMeta('pruned')).toMatchObject({ why: 'age', papers: 1, until: daysAgo(120) });
  });

  it('go in small steps where very many lost their lists, and each is written down', async () => {
    const [one] = await seedDay(daysAgo(120), ['Listed'], LONG_AGO);
    const many = Array.from({ length: 1_200 }, (_, i) => ({
      ...(one as Paper),
      id: `2501.${i}`,
      dailyDate: daysAgo(100),
    }));
    await feedDb.papers.bulkPut(many);
    const [young] = await seedDay(daysAgo(90), ['Young'], LONG_AGO);
    await feedDb.listings.clear();
    await saveSetting('keepDays', 90);
    expect(await countTooOld(90)).toBe(1_201);
    const deletes = vi.spyOn(feedDb.papers, 'bulkDelete');
    await pruneFeed();
    expect(await ids()).toEqual([young?.id]);
    for (const [keys] of deletes.mock.calls) expect(keys.length).toBeLessThanOrEqual(500);
    expect(await readMeta('pruned')).toMatchObject({ papers: 1_201, until: daysAgo(100) });
  });

  it('stay while a sync is under way', async () => {
    await seedDay(daysAgo(120), ['Old'], LONG_AGO);
    await saveSetting('keepDays', 90);
    await withLock('sync', 'wait', async () => {
      await writeMeta({ hold: { holder: 'another', since: Date.now() } });
      await pruneFeed();
    });
    expect(await ids()).toHaveLength(1);
    await pruneFeed();
    expect(await ids()).toHaveLength(0);
  });

  it('go right after a sync that is under way, where a page waits for it', async () => {
    await seedDay(daysAgo(120), ['Old'], LONG_AGO);
    await saveSetting('keepDays', 90);
    const onHeld = vi.fn();
    let waiting = Promise.resolve();
    await withLock('sync', 'wait', async () => {
      await writeMeta({ hold: { holder: 'another', since: Date.now() } });
      waiting = pruneByAge(onHeld);
      await vi.waitFor(() => expect(onHeld).toHaveBeenCalled());
      expect(await ids()).toHaveLength(1);
    });
    await waiting;
    expect(await ids()).toHaveLength(0);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  it('never take a kept paper, a young one or anything the user made along', async () => {
    const mark = fc.constantFrom<Partial<Status>>(
      { starred: { value: true, at: 1 } },
      { later: { value: true, at: 1 } },
      { note: { value: 'n', at: 1 } },
      { tags: { value: ['t'], at: 1 } },
      { read: { value: true, at: 1 } },
      { starred: { value: false, at: 1 } },
      {},
    );
    const paper = fc.record({ age: fc.integer({ min: 0, max: 900 }), mark });
    const keepDays = fc.constantFrom<KeepDays>(90, 180, 365, 730);
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { maxLength: 12 }), keepDays, async (papers, keepDays) => {
        await clearDatabases();
        await seedDay(TODAY, []);
        const stays: string[] = [];
        for (const [i, { age, mark }] of papers.entries()) {
          const day = daysAgo(age);
          const [seeded] = await seedDay(day, [`Paper ${i}`], LONG_AGO);
          const id = `${seeded?.id}.${i}`;
          await feedDb.papers.delete(seeded?.id ?? '');
          await feedDb.listings
            .where('paperId')
            .equals(seeded?.id ?? '')
            .delete();
          await feedDb.papers.put({ ...(seeded as NonNullable<typeof seeded>), id });
          await feedDb.listings.put({ source: 'huggingface', date: day, paperId: id, rank: 0, firstSeenAt: 0 });
          await userDb.statuses.put({ paperId: id, ...mark });
          const isKept = mark.starred?.value || mark.later || mark.note || mark.tags;
          if (isKept || age <= keepDays) stays.push(id);
        }
        await userDb.settings.put({ key: 'keepDays', value: keepDays });
        const before = await user();
        expect(await countTooOld(keepDays)).toBe(papers.length - stays.length);
        await pruneFeed();
        expect(await ids()).toEqual(stays.sort());
        expect(await user()).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('FAULTS 25: a full disk', () => {
  const seedOld = async () => {
    for (const days of [400, 300, 200, 100, 20]) await seedDay(daysAgo(days), [`Of ${days} days`], LONG_AGO);
  };

  it('costs the oldest papers and nothing the user made; the feed is read again', async () => {
    await seedOld();
    const [starred] = await seedDay(daysAgo(500), ['Starred'], LONG_AGO);
    await userDb.statuses.put({ paperId: starred?.id ?? '', starred: { value: true, at: 1 } });
    await fail(FULL);
    const before = await user();
    await pruneFeed();
    const titles = (await feedDb.papers.toArray()).map(({ title }) => title).sort();
    expect(titles).toEqual(['Of 100 days', 'Of 20 days', 'Of 200 days', 'Starred']);
    expect(await user()).toBe(before);
    expect(await readMeta('pruned')).toMatchObject({ why: 'room', papers: 2, until: daysAgo(300) });
    expect(askSync).toHaveBeenCalledWith('hand');
  });

  it('that takes no row at all, and so not even its failure, is told of by the page that asked', async () => {
    await seedOld();
    const [kept] = await seedDay(daysAgo(500), ['Starred'], LONG_AGO);
    await userDb.statuses.put({ paperId: kept?.id ?? '', starred: { value: true, at: 1 } });
    const { put, delete: remove } = IDBObjectStore.prototype;
    let isFull = true;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...asked) {
      if (isFull) throw new DOMException('Encountered full disk while writing.', 'QuotaExceededError');
      return put.apply(this, asked);
    });
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'papers') isFull = false;
      return remove.call(this, key);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    await makeRoom({ kind: 'storage', at: Date.now(), detail: FULL });
    const titles = (await feedDb.papers.toArray()).map(({ title }) => title).sort();
    expect(titles).toEqual(['Of 100 days', 'Of 20 days', 'Of 200 days', 'Starred']);
    expect(await readMeta('pruned')).toMatchObject({ why: 'room', papers: 2, until: daysAgo(300) });
  });

  it.each(['UnknownError: Internal error', 'AbortError: quota of patience'])('is not meant by %s', async (detail) => {
    await seedOld();
    await fail(detail);
    await pruneFeed();
    expect(await ids()).toHaveLength(5);
    expect(askSync).not.toHaveBeenCalled();
  });

  it('with nothing old to delete asks for nothing', async () => {
    await seedDay(daysAgo(20), ['Young'], LONG_AGO);
    await fail('QuotaExceededError: full');
    await pruneFeed();
    expect(await ids()).toHaveLength(1);
    expect(askSync).not.toHaveBeenCalled();
  });

  const seedMany = async () => {
    for (let days = 100; days < 420; days += 10) await seedDay(daysAgo(days), [`Of ${days} days`], LONG_AGO);
  };

  it('of ten days ago makes no room today', async () => {
    await seedMany();
    await fail(FULL, Date.now() - 10 * 86_400_000);
    for (let openings = 0; openings < 7; openings += 1) await pruneFeed();
    expect(await ids()).toHaveLength(32);
    expect(askSync).not.toHaveBeenCalled();
  });

  it('that stays full costs papers once, also where others go for their age; again only after a reading that succeeded', async () => {
    await seedMany();
    await fail(FULL);
    for (let openings = 0; openings < 7; openings += 1) await pruneFeed();
    expect(await ids()).toHaveLength(16);
    expect(askSync).toHaveBeenCalledTimes(1);
    await saveSetting('keepDays', 180);
    await pruneFeed();
    expect(await readMeta('pruned')).toMatchObject({ why: 'age' });
    const left = (await ids()).length;
    await fail(FULL);
    await pruneFeed();
    expect(await ids()).toHaveLength(left);
    await fail(FULL, Date.now(), Date.now());
    await pruneFeed();
    expect((await ids()).length).toBeLessThan(left);
  });

  it.each(['kept by the page', 'kept nowhere but in the memory of the browser'])(
    'that takes not even a word of what went costs papers once: it is %s',
    async (where) => {
      await seedMany();
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('Encountered full disk while writing.', 'QuotaExceededError');
      });
      onTestFinished(() => void vi.restoreAllMocks());
      if (where.endsWith('memory of the browser')) vi.stubGlobal('localStorage', undefined);
      for (let readings = 0; readings < 5; readings += 1)
        await makeRoom({ kind: 'storage', at: Date.now(), detail: FULL });
      expect(await ids()).toHaveLength(16);
    },
  );
});
