import { describe, expect, it } from 'vitest';
import { toEtag, toLimits, toNextPage, toServerNow } from '@/lib/sources/huggingface/headers';

const NOW = Date.UTC(2026, 10, 20, 8, 0, 0);
const DATE = 'Fri, 20 Nov 2026 08:00:00 GMT';
const DAY_S = 24 * 3_600;

describe('FAULTS 17: what the server allows', () => {
  it.each<[string, Record<string, string>, { waitS?: number; remaining?: number }]>([
    ['nothing said', {}, {}],
    ['the policy form', { RateLimit: '"api";r=499;t=293' }, { remaining: 499 }],
    ['nothing left bars to the second', { RateLimit: '"api";r=0;t=55' }, { remaining: 0, waitS: 55 }],
    [
      'with spaces and other parameters',
      { RateLimit: ' "a;r=9" ; pk="x\\"," ; r = 0 ; t = 55' },
      { remaining: 0, waitS: 55 },
    ],
    [
      'several policies: the fullest and the longest',
      { RateLimit: '"api";r=0;t=55, "burst";r=0;t=7, "pages";r=3;t=90' },
      { remaining: 0, waitS: 55 },
    ],
    ['the older form', { RateLimit: 'limit=500, remaining=12, reset=55' }, { remaining: 12 }],
    ['the older form, nothing left', { RateLimit: 'limit=500, remaining=0, reset=55' }, { remaining: 0, waitS: 55 }],
    ['nothing left without a reset', { RateLimit: '"api";r=0' }, { remaining: 0 }],
    ['Retry-After in seconds', { 'Retry-After': '120' }, { waitS: 120 }],
    ['Retry-After as a date', { 'Retry-After': 'Fri, 20 Nov 2026 08:02:00 GMT', Date: DATE }, { waitS: 120 }],
    ['the longer of the two', { 'Retry-After': '30', RateLimit: '"api";r=0;t=55' }, { remaining: 0, waitS: 55 }],
    ['a date that has passed', { 'Retry-After': 'Fri, 20 Nov 2026 07:00:00 GMT', Date: DATE }, {}],
    ['a year is no wait', { 'Retry-After': '31536000' }, { waitS: DAY_S }],
    ['an endless number is no wait', { RateLimit: `"api";r=0;t=${'9'.repeat(400)}` }, { remaining: 0, waitS: DAY_S }],
    ['no number', { 'Retry-After': 'soon', RateLimit: 'who knows' }, {}],
    ['negative', { 'Retry-After': '-5', RateLimit: '"api";r=-1;t=55' }, {}],
    ['a number with words, which Date.parse takes for a year', { 'Retry-After': '55 seconds' }, {}],
  ])('%s', (_what, headers, { waitS, remaining }) => {
    expect(toLimits(new Headers(headers), NOW)).toEqual({
      ...(waitS === undefined ? {} : { notBefore: NOW + waitS * 1_000 }),
      ...(remaining === undefined ? {} : { remaining }),
    });
  });

  it.each([-2, 2])('FAULTS 22: a date is read on the server clock, with ours %i days off', (days) => {
    const ours = NOW + days * DAY_S * 1_000;
    const headers = new Headers({ 'Retry-After': 'Fri, 20 Nov 2026 08:02:00 GMT', Date: DATE });
    expect(toLimits(headers, ours)).toEqual({ notBefore: ours + 120_000 });
  });
});

describe('FAULTS 22: the server clock', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{ Date: DATE }, NOW],
    [{ Date: DATE, Age: '30' }, NOW + 30_000],
    [{ Date: DATE, Age: '-1' }, NOW],
    [{ Date: 'yesterday' }, undefined],
    [{ Date: '2026-11-20' }, undefined],
    [{ Date: 'Fri, 99 Nov 2026 08:00:00 GMT' }, undefined],
    [{}, undefined],
  ])('of %j is %s', (headers, at) => {
    expect(toServerNow(new Headers(headers))).toBe(at);
  });
});

describe('an ETag', () => {
  it.each([
    ['W/"a27-xyz"', 'W/"a27-xyz"'],
    ['"a27"', '"a27"'],
    ['a27', undefined],
    ['"a" , "b"', undefined],
    [`"${'a'.repeat(300)}"`, undefined],
  ])('%s is kept as %s', (header, etag) => {
    expect(toEtag(new Headers({ ETag: header }))).toBe(etag);
  });
});

describe('the next page', () => {
  const asked = new URL('https://huggingface.co/api/daily_papers?date=2026-11-20&limit=100&p=1');
  it.each<[string, string, number | null]>([
    ['as recorded', '</api/daily_papers?date=2026-11-20&p=2&limit=100>; rel="next"', 2],
    ['without the day', '</api/daily_papers?p=2&limit=20&sort=trending>; rel="next"', 2],
    ['absolute', '<https://huggingface.co/api/daily_papers?p=2>; rel=next', 2],
    [
      'among others',
      '</api/daily_papers?p=0>; rel="prev", </api/daily_papers?p=2>; title="a, <b>; c"; rel="last NEXT"',
      2,
    ],
    ['with a comma in the address', '</api/daily_papers?x=a,b&p=2>;rel=next', 2],
    ['not named next', '</api/daily_papers?p=2>; rel="last"', null],
    ['named next in a title alone', '</api/daily_papers?p=2>; rel="last"; title="rel=next"', null],
    ['of another host', '<https://elsewhere.example/api/daily_papers?p=2>; rel="next"', null],
    ['of another path', '</api/papers?p=2>; rel="next"', null],
    ['of another day', '</api/daily_papers?date=2026-11-19&p=2>; rel="next"', null],
    ['the same page: a circle', '</api/daily_papers?p=1>; rel="next"', null],
    ['a page further on', '</api/daily_papers?p=3>; rel="next"', null],
    ['without a number', '</api/daily_papers>; rel="next"', null],
    ['no address', '<http://[>; rel="next"', null],
    ['no link', 'next', null],
    ['nothing', '', null],
    ['endless', `</a>${';a'.repeat(100_000)}`, null],
  ])('%s', (_what, link, next) => {
    expect(toNextPage(new Headers({ Link: link }), asked, 1)).toBe(next);
  });
});
