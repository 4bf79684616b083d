import { describe, expect, it } from 'vitest';
import type { IncomingPaper } from '@/lib/core/papers/paper';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { expectGoodPaper } from './expect-good-paper';
import { DAY, type Json, type JsonObject, listPaths, toWireItem, withAt, without } from './wire-item';

function parse(item: Json): IncomingPaper[] {
  const parsed = parseDailyPapers([item], DAY);
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed.papers;
}

const VNODE: JsonObject = {
  type: 'img',
  props: { src: 'x', onerror: 'alert(1)' },
  key: null,
  ref: null,
  __k: null,
  constructor: null,
};

describe('FAULTS 31: an address that is not http(s)', () => {
  const paths = ['paper.githubRepo', 'paper.projectPage', 'thumbnail', 'mediaUrl', 'mediaUrls.0', 'paper.mediaUrls.0'];
  const schemes = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
    'blob:x',
  ];
  const spellings = schemes.flatMap((url) => [
    url,
    ` ${url}`,
    `\u0001${url}`,
    url.replace('a', 'a\n'),
    url.replace(':', '\t:'),
  ]);

  it.each(paths)('is not stored as %s: the paper stays, the address is absent', (path) => {
    for (const url of spellings) {
      // Without the fields that would stand in its way.
      const item = path === 'mediaUrl' ? without(toWireItem(), 'thumbnail') : toWireItem();
      const papers = parse(withAt(path.startsWith('paper.media') ? without(item, 'mediaUrls') : item, path, url));
      expect(papers).toHaveLength(1);
      papers.forEach(expectGoodPaper);
      expect(JSON.stringify(papers), url).not.toMatch(/script:|data:|file:|blob:|alert/i);
    }
  });
});

describe('FAULTS 32: an object where text is expected', () => {
  it('never gets into a paper, whichever field it stands in for', () => {
    const paths = listPaths(toWireItem());
    expect(paths.length).toBeGreaterThan(50);
    for (const path of paths) {
      for (const vnode of [VNODE, [VNODE]]) {
        const papers = parse(withAt(toWireItem(), path, vnode));
        papers.forEach(expectGoodPaper);
        expect(JSON.stringify(papers), path).not.toContain('onerror');
      }
    }
  });

  it('nor do the keys of prototypes', () => {
    const text = JSON.stringify(toWireItem()).replaceAll(
      '"fullname"',
      '"__proto__":{"polluted":1},"constructor":{"name":"x"},"fullname"',
    );
    const item = JSON.parse(text.replace('{"paper":{', '{"__proto__":{"title":"x"},"paper":{"__proto__":{"id":"x"},'));
    expect(parse(item)).toEqual(parse(toWireItem()));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(parse(JSON.parse('{"__proto__":{"paper":{"id":"2611.04217","title":"x"}}}'))).toEqual([]);
  });
});
