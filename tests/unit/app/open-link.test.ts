import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openPaperLink } from '@/lib/app/open-link';
import type { Paper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { writeSeen } from '@/lib/db/writes/seen';
import { installFakeLocks } from '../../harness/fake-locks';

const PAPER = { id: '2611.00001', title: 'A paper' } as Paper;
const LINK = 'https://arxiv.org/abs/2611.00001';
const opened: string[] = [];

beforeEach(async () => {
  installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  opened.length = 0;
  vi.spyOn(browser.tabs, 'create').mockImplementation(async ({ url }) => {
    opened.push(url ?? '');
    return {} as never;
  });
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([]);
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
});

describe('opening a link', () => {
  it('marks the paper read and seen before the tab opens', async () => {
    await openPaperLink(PAPER, LINK);
    expect(opened).toEqual([LINK]);
    expect((await userDb.statuses.get(PAPER.id))?.read?.value).toBe(true);
    expect(await feedDb.seen.get(PAPER.id)).toBeDefined();
  });

  it('opens it though the mark can not be stored', async () => {
    const full = vi.spyOn(userDb.statuses, 'bulkPut').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await expect(openPaperLink(PAPER, LINK)).rejects.toThrow();
    expect(opened).toEqual([LINK]);
    full.mockRestore();
  });

  it('opens it though the database does not answer', async () => {
    const hung = vi.spyOn(userDb, 'transaction').mockReturnValue(new Promise(() => undefined) as never);
    await openPaperLink(PAPER, LINK);
    expect(opened).toEqual([LINK]);
    hung.mockRestore();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('does not open %s', async (url) => {
    await openPaperLink(PAPER, url);
    expect(opened).toEqual([]);
  });
});

describe('what was seen', () => {
  it('keeps the moment it was first seen, and counts what is new to it', async () => {
    expect(await writeSeen(['a', 'b', 'a'], 1)).toBe(2);
    expect(await writeSeen(['b', 'c'], 2)).toBe(1);
    expect(await feedDb.seen.toArray()).toEqual([
      { paperId: 'a', at: 1 },
      { paperId: 'b', at: 1 },
      { paperId: 'c', at: 2 },
    ]);
  });
});
