import { describe, expect, it } from 'vitest';
import { type DebugFacts, toDebugText } from '@/lib/core/about/debug-text';
import { DEFAULT_SETTINGS } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const row: LedgerRow = {
  source: 'huggingface',
  date: '2026-11-20',
  state: 'complete',
  papers: 22,
  dropped: [{ index: 1, id: '2611.00001', why: 'no title, “A secret title”' }],
  droppedCount: 1,
  pages: [],
  readAt: NOW - 60_000,
  triedAt: NOW,
  attempts: 2,
  failure: { kind: 'all-dropped', at: NOW, dropped: 1, why: 'A secret title' },
  jobId: 'j',
};
const facts: DebugFacts = {
  now: NOW,
  version: '0.1.0',
  userAgent: 'Mozilla/5.0 Test',
  databases: [{ name: 'daily-papers-feed', version: 2 }],
  tables: [{ database: 'feed', table: 'papers', rows: 9581 }],
  feed: { schedule: { nextDueAt: null, failures: 1, failure: { kind: 'server-error', at: NOW, status: 503 } } },
  ledger: [{ ...row, date: '2026-11-19' }, row],
  requests: [
    {
      at: NOW,
      host: 'huggingface.co',
      path: '/x',
      method: 'GET',
      day: '2026-11-20',
      trigger: 'alarm',
      picked: false,
      status: 200,
      bytes: 5,
      ms: 7,
    },
  ],
  settings: DEFAULT_SETTINGS,
  problems: ['theme'],
};
const topic = {
  id: 't',
  name: 'Secret topic',
  query: 'secret OR query',
  colour: 0 as const,
  badge: true,
  notify: false,
  enabled: true,
  position: 0,
  createdAt: 0,
  updatedAt: 0,
};

describe('the debug information', () => {
  it('tells versions, counts, schedule, ledger, failures and requests', () => {
    const text = toDebugText(facts);
    for (const words of [
      'version 0.1.0',
      'Mozilla/5.0 Test',
      'daily-papers-feed: version 2',
      'feed papers: 9581',
      'next by hand',
      'failures in a row 1: server-error 503',
      'theme: system',
      '2026-11-20 complete, 22 papers, 1 dropped, read 2026-11-23T08:59:00Z, 2 failed: all-dropped',
      '2026-11-20 alarm: 200, 5 bytes, 7 ms',
    ]) {
      expect(text).toContain(words);
    }
    expect(text.indexOf('2026-11-20 complete')).toBeLessThan(text.indexOf('2026-11-19 complete'));
  });

  it('holds no topic, query or title unless the user ticked it', () => {
    expect(toDebugText(facts)).not.toMatch(/secret/i);
    const told = toDebugText({ ...facts, interests: { topics: [topic] } });
    expect(told).toContain('Secret topic (on, badge): secret OR query');
    expect(told).not.toContain('A secret title');
  });

  it('names no day that was picked by hand unless the user ticked it', () => {
    const picked: DebugFacts = {
      ...facts,
      ledger: [row, { ...row, date: '2026-10-06', picked: true }],
      requests: facts.requests.map((request) => ({ ...request, day: '2026-02-06', picked: true })),
    };
    const text = toDebugText(picked);
    expect(text).not.toMatch(/2026-(02|10)-06/);
    expect(text).toContain('  a day picked by hand complete, 22 papers');
    expect(text).toContain('a day picked by hand alarm: 200');
    expect(text).toContain('2026-11-20 complete');
    expect(toDebugText({ ...picked, interests: { topics: [] } })).toMatch(/2026-10-06 complete.*2026-02-06 alarm/s);
  });

  it('survives a damaged time', () => {
    expect(toDebugText({ ...facts, feed: { schedule: { nextDueAt: Number.NaN, failures: 0 } } })).toContain(
      'next never',
    );
  });
});
