import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFeed } from '../../harness/stand-in/feed';
import { type StandInServer, startServer } from '../../harness/stand-in/server';
import { createStandIn } from '../../harness/stand-in/stand-in';

const DAY = '2026-11-20';
const standIn = createStandIn({
  feed: toFeed({ [DAY]: [{ paper: { id: 'p0', upvotes: 1 } }] }),
  now: () => Date.parse('2026-11-23T12:00:00Z'),
});
let server: StandInServer;
beforeAll(async () => {
  server = await startServer(standIn);
});
afterAll(() => server.close());

function ask(host: string, path: string, plain = false) {
  const options = { host: '127.0.0.1', port: server.port, path, headers: { host }, servername: host, agent: false };
  return new Promise<{ status: number; date: string; body: string }>((resolve, reject) => {
    const sent = (plain ? requestPlain : request)({ ...options, rejectUnauthorized: false }, async (response) => {
      const body = await text(response).catch(reject);
      resolve({ status: response.statusCode ?? 0, date: response.headers.date ?? '', body: body ?? '' });
    });
    sent.on('error', reject).end();
  });
}

describe('the stand-in on a socket', () => {
  it('answers as huggingface.co over TLS, with the time of its own clock', async () => {
    const answer = await ask('huggingface.co', `/api/daily_papers?date=${DAY}`);
    expect(answer).toMatchObject({ status: 200, date: 'Mon, 23 Nov 2026 12:00:00 GMT' });
    expect(JSON.parse(answer.body)).toHaveLength(1);
    expect(server.spki).toMatch(/^[\w+/]{43}=$/);
  });

  it('sees a stray host over TLS and one over plain HTTP', async () => {
    standIn.clearLog();
    expect((await ask('tracker.example', '/a')).status).toBe(404);
    expect((await ask('plain.example', '/b', true)).status).toBe(404);
    expect(standIn.log.map(({ host, path }) => host + path)).toEqual(['tracker.example/a', 'plain.example/b']);
    expect(standIn.greetings.map(({ host }) => host)).toEqual(['tracker.example']);
  });

  it('drops a connection, and cuts one in the middle of a body', async () => {
    standIn.play({ kind: 'drop' }, { times: 1 });
    await expect(ask('huggingface.co', '/api/daily_papers')).rejects.toThrow();
    standIn.play({ kind: 'cut', atByte: 5 }, { times: 1 });
    await expect(ask('huggingface.co', '/api/daily_papers')).rejects.toThrow();
  });

  it('closes though a request still hangs', async () => {
    const other = await startServer(standIn);
    standIn.play({ kind: 'hang' }, { times: 1 });
    const hanging = new Promise((resolve) => {
      const headers = { host: 'huggingface.co' };
      request({ host: '127.0.0.1', port: other.port, path: '/api/daily_papers', headers, rejectUnauthorized: false })
        .on('error', resolve)
        .end();
    });
    while (standIn.log.at(-1)?.result !== 'hang') await new Promise((resolve) => setTimeout(resolve, 5));
    await other.close();
    await expect(hanging).resolves.toBeInstanceOf(Error);
  });
});
