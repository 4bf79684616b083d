import { describe, expect, it } from 'vitest';
import { answer, type StandInRequest } from '../../harness/stand-in/answer';
import { toFeed, toPaperId, type WireItem } from '../../harness/stand-in/feed';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const MONDAY = '2026-11-23';
const FRIDAY = '2026-11-20';

/** `count` papers; the id tells the feed placement. */
function papers(count: number, upvotes: (index: number) => number = (index) => count - index): WireItem[] {
  return Array.from({ length: count }, (_, index) => ({ paper: { id: `p${index}`, upvotes: upvotes(index) } }));
}

function ask(query: string, feed = toFeed({ [MONDAY]: papers(120), [FRIDAY]: papers(3) }), headers = {}) {
  const request: StandInRequest = {
    method: 'GET',
    host: 'huggingface.co',
    target: `/api/daily_papers${query}`,
    headers,
  };
  const { status, headers: answered, body } = answer(request, feed, NOW);
  return { status, headers: answered, items: status === 200 ? (JSON.parse(body) as WireItem[]) : [], body };
}

describe('paging', () => {
  it('gives 50 papers where no limit is asked for, and at most 100', () => {
    expect(ask(`?date=${MONDAY}`).items).toHaveLength(50);
    expect(ask(`?date=${MONDAY}&limit=100`).items).toHaveLength(100);
    expect(ask(`?date=${MONDAY}&limit=101`).status).toBe(400);
    expect(ask(`?date=${MONDAY}&limit=0`).status).toBe(400);
  });

  it('counts pages from 0 and answers [] past the end', () => {
    expect(ask(`?date=${MONDAY}&limit=100&p=1`).items.map(toPaperId)).toEqual(papers(120).slice(100).map(toPaperId));
    expect(ask(`?date=${MONDAY}&limit=100&p=2`)).toMatchObject({ status: 200, body: '[]' });
    expect(ask(`?date=${MONDAY}&p=-1`).status).toBe(400);
  });

  it('names the next page in Link, relative, with every parameter, and none on the last page', () => {
    expect(ask(`?date=${MONDAY}&limit=100`).headers.link).toBe(
      `</api/daily_papers?date=${MONDAY}&limit=100&p=1>; rel="next"`,
    );
    expect(ask(`?date=${MONDAY}&limit=100&p=1`).headers.link).toBeUndefined();
  });

  it('serves fewer a page than asked for when capped, and still names the next', () => {
    const request = { method: 'GET', host: 'huggingface.co', target: `/api/daily_papers?date=${FRIDAY}`, headers: {} };
    const capped = answer(request, toFeed({ [FRIDAY]: papers(3) }), NOW, { pageCap: 2 });
    expect(JSON.parse(capped.body)).toHaveLength(2);
    expect(capped.headers.link).toContain('p=1');
  });
});

describe('order and days', () => {
  it('orders a dated list by upvotes, feed placement where they are equal', () => {
    const upvotes = [1, 5, 1, 9];
    const feed = toFeed({ [FRIDAY]: papers(4, (index) => upvotes[index] ?? 0) });
    expect(ask(`?date=${FRIDAY}`, feed).items.map(toPaperId)).toEqual(['p3', 'p1', 'p0', 'p2']);
  });

  it('answers [] for a weekend and for a day before the feed began', () => {
    expect(ask('?date=2026-11-21')).toMatchObject({ status: 200, body: '[]' });
    expect(ask('?date=2019-01-02')).toMatchObject({ status: 200, body: '[]' });
  });

  it('plays a Sunday that has papers, as 2026-03-08 had', () => {
    expect(ask('?date=2026-03-08', toFeed({ '2026-03-08': papers(2) })).items).toHaveLength(2);
  });

  it.each(['2026-11-24', '2026-13-40', '2026-02-30', 'yesterday', ''])(
    'refuses %j with 400 and a JSON error',
    (date) => {
      const refused = ask(`?date=${date}`);
      expect(refused.status).toBe(400);
      expect(JSON.parse(refused.body)).toHaveProperty('error');
    },
  );

  it('gives the newest batch first where no date is asked for', () => {
    const feed = toFeed({ [MONDAY]: papers(2), [FRIDAY]: papers(3) });
    expect(ask('?limit=4', feed).items.map(toPaperId)).toEqual(['p0', 'p1', 'p0', 'p1']);
    expect(ask('?limit=4', feed).headers.link).toContain('p=1');
  });
});

describe('headers', () => {
  it('answers 304 without a body to the etag it gave, weak or strong, and 200 when the list changed', () => {
    const etag = ask(`?date=${FRIDAY}`).headers.etag ?? '';
    expect(etag).toMatch(/^W\/"/);
    for (const tag of [etag, etag.slice(2), `"other", ${etag}`, '*'])
      expect(ask(`?date=${FRIDAY}`, undefined, { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    const grown = toFeed({ [FRIDAY]: papers(4) });
    expect(ask(`?date=${FRIDAY}`, grown, { 'if-none-match': etag }).status).toBe(200);
  });

  it('reflects the origin and does not expose the rate limit', () => {
    const headers = ask(`?date=${FRIDAY}`, undefined, { origin: 'chrome-extension://abc' }).headers;
    expect(headers['access-control-allow-origin']).toBe('chrome-extension://abc');
    expect(headers['access-control-expose-headers']).not.toMatch(/ratelimit|retry-after/i);
  });

  it('says so when asked for something it does not play', () => {
    expect(ask('?week=2026-W09').status).toBe(501);
  });
});
