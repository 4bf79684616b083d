import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { FEED_DATABASE } from '@/lib/db/names';
import { RELEASED } from './released-schemas';

const ROWS = {
  papers: { id: '2611.00001', title: 'A paper', dailyDate: '2026-11-20' },
  listings: { source: 'huggingface', date: '2026-11-20', paperId: '2611.00001', rank: 0 },
  seen: { paperId: '2611.00001', at: 1 },
  days: { source: 'huggingface', date: '2026-11-20', state: 'complete', papers: 1 },
  meta: { key: 'schedule', value: { nextDueAt: 5, failures: 0 } },
};

describe('law 11: a database of version 1', () => {
  it('keeps every row and gains the log of requests', async () => {
    await feedDb.delete();
    const old = new Dexie(FEED_DATABASE);
    old.version(1).stores(RELEASED[FEED_DATABASE][0] ?? {});
    for (const [table, row] of Object.entries(ROWS)) await old.table(table).put(row);
    old.close();
    await feedDb.open();
    for (const [table, row] of Object.entries(ROWS)) expect(await feedDb.table(table).toArray()).toEqual([row]);
    expect(await feedDb.requests.count()).toBe(0);
    expect(feedDb.verno).toBe(2);
  });
});
