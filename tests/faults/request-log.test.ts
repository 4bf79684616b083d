import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KEPT_REQUESTS, type RequestRow } from '@/lib/core/sync/request-row';
import { feedDb } from '@/lib/db/feed-database';
import { readRequests } from '@/lib/db/queries/requests';
import { createSyncWorld, KILLED, type SyncWorld } from '../harness/sync-world';
import { createTinyFeed } from '../harness/tiny-feed';

const TODAY = '2026-11-20';
const FRIDAY_NOON = Date.parse(`${TODAY}T12:00:00Z`);
const OLD = '2026-09-30';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
});

const toAddress = ({ host, path }: { host: string; path: string }) => `${host}${path}`;

function makeRow(change: Partial<RequestRow> = {}): RequestRow {
  return { at: 0, host: 'h', path: '/p', method: 'GET', day: TODAY, trigger: 'alarm', picked: false, ...change };
}

describe('the log of requests', () => {
  it('names every request that the server saw, and no other', async () => {
    world.standIn.capPages(2);
    await world.sync('install');
    await world.sync('hand', OLD);
    const rows = (await readRequests()).reverse();
    expect(rows.map(toAddress)).toEqual(
      world.standIn.log.map(({ host, path, query }) => `${host}${path}?${new URLSearchParams(query)}`),
    );
    expect(new Set(rows.map((row) => row.host))).toEqual(new Set(['huggingface.co']));
  });

  it('tells when, why, what came of it, how much and how long', async () => {
    await world.sync('install');
    await world.sync('hand', OLD);
    const rows = await readRequests();
    expect(rows[0]).toMatchObject({ day: OLD, trigger: 'hand', picked: true, status: 200, ms: 120 });
    expect(rows.at(-1)).toMatchObject({ at: FRIDAY_NOON, day: TODAY, trigger: 'install', picked: false, status: 200 });
    expect(rows.at(-1)?.bytes).toBeGreaterThan(500);
  });

  it.each([
    [{ kind: 'status', status: 500 } as const, { status: 500, failure: 'server-error', bytes: 0 }],
    [{ kind: 'rate-limited' } as const, { status: 429, failure: 'rate-limited' }],
    [{ kind: 'html' } as const, { status: 200, failure: 'not-json' }],
    [{ kind: 'text', text: '{}' } as const, { status: 200, failure: 'wrong-shape', bytes: 2 }],
    [{ kind: 'truncate', atByte: 30 } as const, { status: 200, failure: 'broken-json', bytes: 30 }],
  ])('holds a request that failed: $kind', async (fault, expected) => {
    world.standIn.play(fault, { date: TODAY });
    await world.sync('hand');
    expect((await readRequests()).at(-1)).toMatchObject(expected);
  });

  it('holds a request that had no answer', async () => {
    world.onLine = false;
    world.standIn.play({ kind: 'drop' });
    await world.sync('hand');
    const [row] = await readRequests();
    expect(row).toMatchObject({ failure: 'offline', bytes: 0 });
    expect(row).not.toHaveProperty('status');
  });

  it('holds 304 as an answer without a body', async () => {
    await world.sync('install');
    world.now += 3_600_000;
    await world.sync('hand');
    expect(await readRequests()).toContainEqual(expect.objectContaining({ day: TODAY, status: 304, bytes: 0 }));
  });

  it('holds what a killed worker asked, without an answer', async () => {
    world.killAfter = 2;
    expect(await world.sync('install')).toBe(KILLED);
    expect(world.standIn.feedRequests()).toHaveLength(1);
    expect(await readRequests()).toHaveLength(1);
    expect((await readRequests())[0]).not.toHaveProperty('bytes');
    await world.sync('alarm');
    expect(await readRequests()).toHaveLength(world.standIn.feedRequests().length);
  });

  it(`keeps the last ${KEPT_REQUESTS}`, async () => {
    await feedDb.requests.bulkAdd(Array.from({ length: 600 }, (_, at) => makeRow({ at })));
    await world.sync('install');
    const rows = await readRequests();
    expect(rows).toHaveLength(KEPT_REQUESTS);
    expect(rows[0]?.day).toBe('2026-11-06');
    expect(rows.at(-1)?.at).toBe(600 + 15 - KEPT_REQUESTS);
  });

  it('is never the reason that papers are not stored', async () => {
    const broken = vi.spyOn(feedDb.requests, 'put').mockImplementation(() => {
      throw new DOMException('damaged', 'UnknownError');
    });
    expect(await world.sync('install')).toMatchObject({ kind: 'finished', newPapers: 33 });
    expect(broken).toHaveBeenCalled();
    broken.mockRestore();
    expect(await feedDb.papers.count()).toBe(33);
  });
});
