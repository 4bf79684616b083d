import { describe, expect, it } from 'vitest';
import { toFeed, toPaperId, type WireItem } from '../../harness/stand-in/feed';
import { createStandIn } from '../../harness/stand-in/stand-in';
import { toFetch } from '../../harness/stand-in/to-fetch';

const DAY = '2026-11-23';
const URL = `https://huggingface.co/api/daily_papers?date=${DAY}`;

function setUp(options: { quota?: number; count?: number } = {}) {
  const clock = { now: Date.parse(`${DAY}T12:00:00Z`) };
  const items: WireItem[] = Array.from({ length: options.count ?? 3 }, (_, index) => ({
    paper: { id: `p${index}`, upvotes: 10 - index },
  }));
  const standIn = createStandIn({
    feed: toFeed({ [DAY]: items }),
    now: () => clock.now,
    ...(options.quota === undefined ? {} : { quota: options.quota }),
  });
  const fetch = toFetch(standIn);
  const ids = async () => ((await (await fetch(URL)).json()) as WireItem[]).map(toPaperId);
  return { clock, standIn, fetch, ids };
}

describe('the quota', () => {
  it('counts requests in a fixed window of 5 minutes, answers 429 past it and starts again at the reset', async () => {
    const { clock, fetch } = setUp({ quota: 2 });
    expect((await fetch(URL)).headers.get('ratelimit')).toBe('"api";r=1;t=300');
    clock.now += 7_000;
    expect((await fetch(URL)).headers.get('ratelimit')).toBe('"api";r=0;t=293');
    expect((await fetch(URL)).status).toBe(429);
    clock.now += 293_000;
    expect((await fetch(URL)).status).toBe(200);
  });

  it('tells the time by the given clock', async () => {
    const { fetch } = setUp();
    expect((await fetch(URL)).headers.get('date')).toBe('Mon, 23 Nov 2026 12:00:00 GMT');
  });
});

describe('a feed that moves', () => {
  it('grows a day that was held back, in parts or all at once', async () => {
    const { standIn, ids } = setUp();
    standIn.feed.holdBack(DAY, 2);
    expect(await ids()).toEqual(['p0']);
    standIn.feed.grow(DAY, 1);
    expect(await ids()).toEqual(['p0', 'p1']);
    standIn.feed.grow(DAY);
    standIn.feed.grow(DAY, [{ paper: { id: 'late', upvotes: 99 } }]);
    expect(await ids()).toEqual(['late', 'p0', 'p1', 'p2']);
  });

  it('reorders when upvotes move, replaces a body, and forgets both on reset', async () => {
    const { standIn, ids } = setUp();
    standIn.feed.moveUpvotes(DAY, (upvotes, id) => (id === 'p2' ? 100 : upvotes));
    expect(await ids()).toEqual(['p2', 'p0', 'p1']);
    standIn.feed.replaceBody(DAY, ['a string']);
    expect(await ids()).toEqual([undefined]);
    standIn.reset();
    expect(await ids()).toEqual(['p0', 'p1', 'p2']);
  });
});

describe('faults', () => {
  it('plays a fault so many times, and only for its day', async () => {
    const { standIn, fetch } = setUp();
    standIn.play({ kind: 'status', status: 503 }, { times: 1, date: DAY });
    expect((await fetch(URL.replace(DAY, '2026-11-20'))).status).toBe(200);
    expect((await fetch(URL)).status).toBe(503);
    expect((await fetch(URL)).status).toBe(200);
  });

  it('limits the rate with the reset it is told, in either header', async () => {
    const { standIn, fetch } = setUp();
    standIn.play({ kind: 'rate-limited', resetSeconds: 55, retryAfter: 60 });
    const limited = await fetch(URL);
    expect([limited.status, limited.headers.get('ratelimit'), limited.headers.get('retry-after')]).toEqual([
      429,
      '"api";r=0;t=55',
      '60',
    ]);
    standIn.reset();
    standIn.play({ kind: 'last-of-quota', resetSeconds: 9 });
    expect((await fetch(URL)).headers.get('ratelimit')).toBe('"api";r=0;t=9');
  });

  it('answers 200 with a page as a captive portal does', async () => {
    const { standIn, fetch } = setUp();
    standIn.play({ kind: 'html' });
    const portal = await fetch(URL);
    expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('truncates at a byte, even for a client that would have got a 304', async () => {
    const { standIn, fetch } = setUp();
    const etag = (await fetch(URL)).headers.get('etag') ?? '';
    standIn.play({ kind: 'truncate', atByte: 7 });
    expect(await (await fetch(URL, { headers: { 'if-none-match': etag } })).text()).toBe('[{"pape');
  });

  it('loses the connection in the middle of a body', async () => {
    const { standIn, fetch } = setUp();
    standIn.play({ kind: 'cut' });
    await expect((await fetch(URL)).text()).rejects.toThrow(TypeError);
  });

  it('mutates the list it would have sent', async () => {
    const { standIn, ids } = setUp();
    standIn.play({ kind: 'mutate', change: ([first]) => [first, null] });
    expect(await ids()).toEqual(['p0', undefined]);
  });

  it('drops a connection as fetch tells it, and hangs until the signal ends it', async () => {
    const { standIn, fetch } = setUp();
    standIn.play({ kind: 'drop' }, { times: 1 });
    await expect(fetch(URL)).rejects.toThrow(TypeError);
    standIn.play({ kind: 'hang' });
    await expect(fetch(URL, { signal: AbortSignal.timeout(10) })).rejects.toHaveProperty('name', 'TimeoutError');
  });

  it('waits by the given clock, and adds the next fault to a delay', async () => {
    const { standIn } = setUp();
    const waited: number[] = [];
    const fetch = toFetch(standIn, { sleep: async (ms) => void waited.push(ms) });
    standIn.play({ kind: 'delay', ms: 5_000 });
    standIn.play({ kind: 'status', status: 500 }, { times: 1 });
    expect([(await fetch(URL)).status, (await fetch(URL)).status, waited]).toEqual([500, 200, [5_000, 5_000]]);
  });
});

describe('the log', () => {
  it('holds every request of every host with what became of it', async () => {
    const { standIn, fetch } = setUp();
    await fetch(URL, { headers: { 'if-none-match': '"x"' } });
    await fetch('https://tracker.example/pixel?user=1');
    expect(standIn.log).toMatchObject([
      { host: 'huggingface.co', path: '/api/daily_papers', query: { date: DAY }, result: 200 },
      { host: 'tracker.example', path: '/pixel', query: { user: '1' }, result: 404 },
    ]);
    expect(standIn.log[0]?.headers['if-none-match']).toBe('"x"');
    expect(standIn.feedRequests(DAY)).toHaveLength(1);
    standIn.clearLog();
    expect(standIn.log).toEqual([]);
  });
});
