import { describe, expect, it } from 'vitest';
import { readRecordedBodies } from '../../recorded-data';
import { ask, NOW, toJsonResponse } from './fake-feed';
import { toWireItem } from './wire-item';

const PAGE = [toWireItem('2611.00001'), toWireItem('2611.00002')];

describe('FAULTS 14: something else answers', () => {
  it.each<[string, string | undefined, string]>([
    ['a sign-in page', 'text/html; charset=utf-8', '<html>Sign in</html>'],
    ['a sign-in page that holds our JSON', 'text/html', JSON.stringify(PAGE)],
    ['text', 'text/plain', JSON.stringify(PAGE)],
    ['nothing said', undefined, JSON.stringify(PAGE)],
    ['a type that only begins like JSON', 'application/jsonp', JSON.stringify(PAGE)],
  ])('%s (%s) with 200 is no page, and its clock and limits are nobody of ours', async (_what, type, body) => {
    const bytes = new TextEncoder().encode(body);
    const response = new Response(bytes, {
      headers: {
        ...(type === undefined ? {} : { 'Content-Type': type }),
        ETag: 'W/"a27"',
        Date: 'Thu, 01 Jan 1970 00:00:00 GMT',
        'Retry-After': '86400',
      },
    });
    const { answer } = await ask(response);
    const contentType = type?.split(';')[0] ?? '';
    expect(answer).toEqual({
      kind: 'failure',
      failure: { kind: 'not-json', at: NOW, contentType },
      limits: {},
      receivedAt: NOW,
      exchange: { status: 200, bytes: 0 },
    });
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed and no page', async (status) => {
    const response = new Response(null, { status, headers: { Location: 'https://portal.example/' } });
    expect((await ask(response)).answer).toMatchObject({
      failure: { kind: 'not-json', contentType: 'redirect' },
      limits: {},
    });
  });

  it('a redirect as the browser hides it is no page', async () => {
    const hidden = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null } as Response;
    expect((await ask(hidden)).answer).toMatchObject({ failure: { kind: 'not-json', contentType: 'redirect' } });
  });

  it.each<[unknown, string]>([
    [{ error: 'Sorry, we are down' }, 'Expected a list, got an object with error.'],
    [null, 'Expected a list, got nothing.'],
    ['"words"', 'Expected a list, got text.'],
  ])('JSON that is no list (%j) is no page', async (body, detail) => {
    const { answer } = await ask(toJsonResponse(body, { ETag: 'W/"a27"' }));
    expect(answer).toMatchObject({ kind: 'failure', failure: { kind: 'wrong-shape', at: NOW, detail } });
    expect(answer).not.toHaveProperty('etag');
  });

  it.each(['application/json', 'Application/JSON;charset=utf-8', 'application/problem+json'])(
    '%s is JSON',
    async (type) => {
      expect((await ask(toJsonResponse(PAGE, { 'Content-Type': type }))).answer.kind).toBe('page');
    },
  );
});

describe('FAULTS 15: a body that was cut off', () => {
  // Made up where nothing is recorded; the smallest recorded day of each folder where there is something.
  const recorded = readRecordedBodies();
  const smallest = (['oldest', 'days', 'refetched'] as const).flatMap((folder) =>
    recorded
      .filter((body) => body.folder === folder)
      .sort((a, b) => a.text.length - b.text.length)
      .slice(0, 1),
  );
  const bodies = [{ date: 'made up', text: JSON.stringify(PAGE) }, ...smallest];

  it.each(bodies)('at every 97th byte never gives a page ($date)', async ({ text }) => {
    const bytes = new TextEncoder().encode(text.trimEnd());
    for (let length = 0; length < bytes.length; length += 97) {
      const { answer } = await ask(
        new Response(bytes.slice(0, length), { headers: { 'Content-Type': 'application/json', ETag: '"x"' } }),
      );
      if (answer.kind !== 'failure' || answer.failure.kind !== 'broken-json')
        throw new Error(`${answer.kind} at ${length}`);
    }
    expect((await ask(toJsonResponse(text))).answer.kind).toBe('page');
  });

  it('by a network that failed on its way is no page', async () => {
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('['));
        stream.error(new TypeError('network error'));
      },
    });
    const { answer } = await ask(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    expect(answer).toMatchObject({ kind: 'failure', failure: { kind: 'unreachable', detail: 'network error' } });
  });

  it('is read whole when a character arrives in two pieces', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify([toWireItem('2611.00001', { title: 'π' })]));
    const half = bytes.indexOf(0xcf) + 1;
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(bytes.slice(0, half));
        stream.enqueue(bytes.slice(half));
        stream.close();
      },
    });
    const { answer } = await ask(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    expect(answer).toMatchObject({ kind: 'page', papers: [{ title: 'π' }] });
  });

  it('nested so deeply that a parser gives up is no page and throws nothing', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect((await ask(toJsonResponse(deep))).answer.kind).toBe('failure');
  });

  it('that never ends is given up at 20 MB', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream({
      pull(stream) {
        pulled += 1_000_000;
        stream.enqueue(new Uint8Array(1_000_000).fill(32));
      },
      cancel() {
        cancelled = true;
      },
    });
    const { answer } = await ask(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    expect(answer).toMatchObject({ failure: { kind: 'wrong-shape', detail: 'The answer is larger than 20 MB.' } });
    expect(pulled).toBeLessThan(25_000_000);
    expect(cancelled).toBe(true);
  });
});

describe('FAULTS 19: a request that hangs', () => {
  const never = () => new Promise<Response>(() => undefined);
  const hangingBody = () => new Response(new ReadableStream({}), { headers: { 'Content-Type': 'application/json' } });

  it('before its answer is given up after its time', async () => {
    const { answer, init } = await ask(never, {}, { timeoutMs: 20 });
    expect(answer).toEqual({
      kind: 'failure',
      failure: { kind: 'timeout', at: NOW, afterMs: 20 },
      limits: {},
      receivedAt: NOW,
      exchange: { bytes: 0 },
    });
    expect(init?.signal?.aborted).toBe(true);
  });

  it('in the middle of its body is given up after its time', async () => {
    const { answer } = await ask(hangingBody(), {}, { timeoutMs: 20 });
    expect(answer).toMatchObject({ failure: { kind: 'timeout', afterMs: 20 } });
  });

  it('is a timeout also where the browser seems to be offline', async () => {
    const { answer } = await ask(never, {}, { timeoutMs: 20, onLine: () => false });
    expect(answer).toMatchObject({ failure: { kind: 'timeout' } });
  });

  it.each([
    ['before its answer', never],
    ['in the middle of its body', hangingBody],
  ])('%s and is stopped on purpose throws the reason: it is no failure to be stored', async (_when, reply) => {
    const controller = new AbortController();
    const reason = new Error('the lock was taken over');
    const asked = ask(reply, { signal: controller.signal }, { timeoutMs: 5_000 });
    setTimeout(() => controller.abort(reason), 10);
    await expect(asked).rejects.toBe(reason);
  });

  it('is not sent at all when it was stopped before', async () => {
    const reason = new Error('stopped');
    let sent = 0;
    const reply = () => {
      sent += 1;
      return toJsonResponse(PAGE);
    };
    await expect(ask(reply, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent).toBe(0);
  });
});
