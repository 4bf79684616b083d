import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SENT_PARTS, SENT_WORDS } from '@/lib/core/sync/sent-words';
import { ask, toJsonResponse } from './fake-feed';

const named = Object.keys(SENT_PARTS).map((part) => part.toLowerCase());

/** Everything a request can say: of a further page, of which a version is known. */
async function readSent(): Promise<{ parts: string[]; rest: string[][] }> {
  const { sent, headers, init } = await ask(toJsonResponse([]), { page: 1, etag: 'W/"a27"' });
  const url = new URL(sent[0]?.url ?? '');
  expect([url.origin, url.pathname, url.hash]).toEqual(['https://huggingface.co', '/api/daily_papers', '']);
  expect([init?.method ?? 'GET', init?.body ?? null]).toEqual(['GET', null]);
  const said = [...url.searchParams, ...headers];
  const isNamed = ([name = '']: string[]) => named.includes(name);
  return {
    parts: said.filter(isNamed).map(([name = '']) => name),
    rest: said.filter((pair) => !isNamed(pair)),
  };
}

describe('what pages say of a request', () => {
  it('names every part of it and none that it does not have; what it says beside is the same for everybody', async () => {
    const { parts, rest } = await readSent();
    expect(parts.sort()).toEqual([...named].sort());
    expect(rest).toEqual([['accept', 'application/json']]);
  });

  it('is one sentence with the words of each part', () => {
    for (const words of Object.values(SENT_PARTS)) expect(SENT_WORDS).toContain(words);
  });

  it('stands in PRIVACY.md part by part', () => {
    const [, table = ''] =
      /\| part \| what it says \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readFileSync('PRIVACY.md', 'utf8')) ?? [];
    const parts = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
    expect(parts.sort()).toEqual(Object.keys(SENT_PARTS).sort());
  });
});
