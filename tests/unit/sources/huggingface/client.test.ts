import { describe, expect, it } from 'vitest';
import { ask, NOW, toJsonResponse, toStatus } from './fake-feed';
import { DAY, toWireItem } from './wire-item';

const PAGE = [toWireItem('2611.00001'), toWireItem('2611.00002')];

describe('the request for a page', () => {
  it('asks for one day, a hundred papers, and the page from the second on', async () => {
    const first = await ask(toJsonResponse(PAGE));
    expect(first.sent.map((one) => one.url)).toEqual([
      'https://huggingface.co/api/daily_papers?date=2026-11-20&limit=100',
    ]);
    const second = await ask(toJsonResponse(PAGE), { page: 1 });
    expect(second.sent[0]?.url).toBe('https://huggingface.co/api/daily_papers?date=2026-11-20&limit=100&p=1');
  });

  it('says nothing of its user: no cookies, no referrer, no other host', async () => {
    const { init, headers } = await ask(toJsonResponse(PAGE));
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
    expect([...headers]).toEqual([['accept', 'application/json']]);
  });

  it('cannot ask for another thing whatever the day holds', async () => {
    const { sent } = await ask(toJsonResponse(PAGE), { date: '2026-11-20&limit=1#' });
    expect(sent[0]?.url).toBe('https://huggingface.co/api/daily_papers?date=2026-11-20%26limit%3D1%23&limit=100');
  });
});

describe('a page', () => {
  it('comes with its papers, ETag, next page, limits and the server clock', async () => {
    const response = toJsonResponse(PAGE, {
      ETag: 'W/"a27"',
      Link: '</api/daily_papers?date=2026-11-20&p=1&limit=100>; rel="next"',
      RateLimit: '"api";r=499;t=293',
      Date: 'Fri, 20 Nov 2026 08:00:05 GMT',
    });
    const { answer } = await ask(response);
    expect(answer).toMatchObject({
      kind: 'page',
      droppedCount: 0,
      etag: 'W/"a27"',
      next: 1,
      limits: { remaining: 499 },
      serverNow: NOW + 5_000,
      receivedAt: NOW,
    });
    expect(answer.kind === 'page' && answer.papers.map((paper) => [paper.id, paper.dailyDate])).toEqual([
      ['2611.00001', DAY],
      ['2611.00002', DAY],
    ]);
  });

  it('with a bad item comes without its ETag: a 304 would keep the item from a version that can read it', async () => {
    const { answer } = await ask(toJsonResponse([...PAGE, null], { ETag: 'W/"a27"' }));
    expect(answer).toMatchObject({ kind: 'page', droppedCount: 1, dropped: [{ index: 2 }] });
    expect(answer).not.toHaveProperty('etag');
  });

  it('may be empty: a day of rest is no failure, and has no next page', async () => {
    const { answer } = await ask(toJsonResponse([], { Link: '</api/daily_papers?p=1>; rel="next"' }));
    expect(answer).toMatchObject({ kind: 'page', papers: [], droppedCount: 0, next: null });
  });

  it('whose every item was dropped is a failure that says why', async () => {
    const { answer } = await ask(toJsonResponse(['{}', '{}'], { ETag: 'W/"a27"' }));
    const why = 'Item 1 is text, not a paper.';
    expect(answer).toMatchObject({ kind: 'failure', failure: { kind: 'all-dropped', at: NOW, dropped: 2, why } });
    expect(answer).not.toHaveProperty('etag');
  });
});

describe('FAULTS 21: conditional requests', () => {
  it('sends the stored ETag itself and keeps the browser cache out of it', async () => {
    const { init, headers, answer } = await ask(toStatus(304), { etag: 'W/"a27"' });
    expect(headers.get('If-None-Match')).toBe('W/"a27"');
    expect(init?.cache).toBe('no-store');
    expect(answer).toMatchObject({ kind: 'not-modified', receivedAt: NOW });
  });

  it('asks unconditionally where nothing is stored, and takes no 304 for an answer then', async () => {
    const { init, headers, answer } = await ask(toStatus(304));
    expect(headers.has('If-None-Match')).toBe(false);
    expect(init?.cache).toBe('no-store');
    expect(answer).toMatchObject({ kind: 'failure', failure: { kind: 'refused', status: 304 } });
  });
});

describe('FAULTS 22: a day ahead of the server', () => {
  const at = (text: string) => Date.parse(text);
  it.each<[string, string, { date: string; now: number; server?: string }]>([
    ['tomorrow by our clock, today by none', 'ahead', { date: '2026-11-21', now: NOW }],
    [
      'today, at 00:01 UTC by our clock and 23:59 by the server',
      'ahead',
      { date: DAY, now: at('2026-11-20T00:01:00Z'), server: 'Thu, 19 Nov 2026 23:59:00 GMT' },
    ],
    ['today of both', 'ahead', { date: DAY, now: NOW, server: 'Fri, 20 Nov 2026 00:00:00 GMT' }],
    [
      'our clock two days ahead',
      'ahead',
      { date: '2026-11-22', now: NOW + 2 * 86_400_000, server: 'Fri, 20 Nov 2026 08:00:00 GMT' },
    ],
    [
      'our clock two days behind',
      'failure',
      { date: '2026-11-18', now: NOW - 2 * 86_400_000, server: 'Fri, 20 Nov 2026 08:00:00 GMT' },
    ],
    ['a day that has been', 'failure', { date: '2026-11-19', now: NOW }],
  ])('is told from a refusal: %s', async (_what, kind, { date, now, server }) => {
    const { answer } = await ask(toStatus(400, server ? { Date: server } : {}), { date }, { now: () => now });
    expect(answer.kind).toBe(kind);
    if (answer.kind === 'failure') expect(answer.failure).toMatchObject({ kind: 'refused', status: 400 });
  });
});

describe('FAULTS 17: too many requests', () => {
  it.each<[string, Record<string, string>, waitS: number]>([
    ['the reset of the window, to the second', { RateLimit: '"api";r=0;t=55' }, 55],
    ['Retry-After', { 'Retry-After': '7' }, 7],
    ['a minute, where nothing is said', {}, 60],
    ['a minute, where "at once" is said', { 'Retry-After': '0' }, 60],
  ])('waits for %s', async (_what, headers, waitS) => {
    const until = NOW + waitS * 1_000;
    const { answer } = await ask(toStatus(429, headers));
    expect(answer).toMatchObject({ failure: { kind: 'rate-limited', at: NOW, until }, limits: { notBefore: until } });
  });

  it('waits after a good answer that was the last of its window', async () => {
    const { answer } = await ask(toJsonResponse(PAGE, { RateLimit: '"api";r=0;t=55' }));
    expect(answer).toMatchObject({ kind: 'page', limits: { remaining: 0, notBefore: NOW + 55_000 } });
  });

  it('waits as long as a server in trouble asks for', async () => {
    const { answer } = await ask(toStatus(503, { 'Retry-After': '300' }));
    const until = NOW + 300_000;
    expect(answer).toMatchObject({
      failure: { kind: 'server-error', status: 503, until },
      limits: { notBefore: until },
    });
    expect((await ask(toStatus(500))).answer).toMatchObject({
      failure: { kind: 'server-error', status: 500 },
      limits: {},
    });
  });
});

describe('FAULTS 20: what the browser says of its network', () => {
  it('is not asked before trying: a page comes through although it says offline', async () => {
    const { answer } = await ask(toJsonResponse(PAGE), {}, { onLine: () => false });
    expect(answer.kind).toBe('page');
  });

  it('chooses the word for a request that failed', async () => {
    const network = new TypeError('Failed to fetch');
    const offline = await ask(network, {}, { onLine: () => false });
    expect(offline.answer).toMatchObject({ failure: { kind: 'offline', at: NOW }, limits: {} });
    const online = await ask(network);
    expect(online.answer).toMatchObject({ failure: { kind: 'unreachable', at: NOW, detail: 'Failed to fetch' } });
  });
});

describe('any other status', () => {
  it.each([201, 204, 206, 401, 403, 404, 418])('%i is a refusal', async (status) => {
    const { answer } = await ask(new Response(null, { status }));
    expect(answer).toMatchObject({ kind: 'failure', failure: { kind: 'refused', status } });
  });
});
