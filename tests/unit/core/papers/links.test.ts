import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeUrl, toHttpUrl, toPaperLinks, toPaperUrl } from '@/lib/core/papers/links';

const SCHEMES = [
  'javascript',
  'data',
  'vbscript',
  'file',
  'blob',
  'about',
  'ftp',
  'mailto',
  'chrome',
  'ws',
  'view-source',
];
const CONTROLS = [
  '',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u0000',
  '\u0001',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\ud800',
];

describe('FAULTS 31: an address that is not http(s)', () => {
  it('is never kept and never a link, in any case and with a control character at any place', () => {
    for (const scheme of SCHEMES) {
      for (const spelt of [scheme, scheme.toUpperCase(), scheme[0]?.toUpperCase() + scheme.slice(1)]) {
        const text = `${spelt}://alert(1)//https://huggingface.co`;
        for (const control of CONTROLS) {
          for (let at = 0; at <= text.length; at += 1) {
            const url = text.slice(0, at) + control + text.slice(at);
            expect(toHttpUrl(url), JSON.stringify(url)).toBeUndefined();
            expect(isSafeUrl(url), JSON.stringify(url)).toBe(false);
          }
        }
      }
    }
  });

  it.each([
    ['a path', '/papers/1'],
    ['an address without a scheme', '//huggingface.co/x'],
    ['a host alone', 'github.com/a/b'],
    ['https without a host', 'https://'],
    ['https without slashes', 'https:huggingface.co'],
    ['backslashes', 'https:\\\\huggingface.co'],
    ['a name that looks like the host', 'https://huggingface.co@elsewhere.example/'],
    ['a password', 'https://a:b@elsewhere.example/'],
    ['a zero byte', 'https://huggingface.co/\u0000'],
    ['a lone surrogate', 'https://huggingface.co/\ud800'],
    ['a port that is none', 'https://huggingface.co:99999/'],
    ['an endless address', `https://huggingface.co/${'a'.repeat(2_000)}`],
    ['nothing', ''],
  ])('%s is not kept', (_what, url) => {
    expect(toHttpUrl(url)).toBeUndefined();
    expect(isSafeUrl(url)).toBe(false);
  });

  it.each([undefined, null, 5, {}, ['https://huggingface.co'], { toString: () => 'https://huggingface.co' }])(
    '%o is no link',
    (value) => {
      expect(isSafeUrl(value)).toBe(false);
    },
  );

  it('is never let through as a link by any text: what passes parses as http(s) where it stands', () => {
    const text = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc.webUrl().map((url) => ` ${url}\n`),
    );
    fc.assert(
      fc.property(text, (url) => {
        if (isSafeUrl(url)) expect(new URL(url, 'chrome-extension://abc/popup.html').protocol).toMatch(/^https?:$/);
        const kept = toHttpUrl(url);
        if (kept !== undefined) expect(isSafeUrl(kept)).toBe(true);
      }),
    );
  });
});

describe('an address of the feed', () => {
  it.each([
    [' https://github.com/a/b\n', 'https://github.com/a/b'],
    ['https://git hub.com/a /b', 'https://github.com/a/b'],
    ['http://3.148.244.109:5000/', 'http://3.148.244.109:5000/'],
    ['HTTPS://GitHub.com/A/B', 'https://github.com/A/B'],
    ['https://example.org/日本', 'https://example.org/%E6%97%A5%E6%9C%AC'],
  ])('%j is kept as %s', (raw, url) => {
    expect(toHttpUrl(raw)).toBe(url);
  });
});

describe('the links of a paper', () => {
  it('are the source, arXiv, the PDF, the code without .git, and the project', () => {
    const paper = { id: '2608.16590', githubRepo: 'https://github.com/a/b.git', projectPage: 'http://b.example/' };
    expect(toPaperLinks(paper)).toEqual([
      { label: 'Hugging Face', url: 'https://huggingface.co/papers/2608.16590' },
      { label: 'arXiv', url: 'https://arxiv.org/abs/2608.16590' },
      { label: 'PDF', url: 'https://arxiv.org/pdf/2608.16590' },
      { label: 'Code', url: 'https://github.com/a/b' },
      { label: 'Project', url: 'http://b.example/' },
    ]);
  });

  it('lead to arXiv for an old id, and not for a paper that is not there', () => {
    expect(toPaperLinks({ id: 'math.GT/0309136' }).map((link) => link.url)).toEqual([
      'https://huggingface.co/papers/math.GT/0309136',
      'https://arxiv.org/abs/math.GT/0309136',
      'https://arxiv.org/pdf/math.GT/0309136',
    ]);
    expect(toPaperLinks({ id: 'huggingface:report' })).toEqual([
      { label: 'Hugging Face', url: 'https://huggingface.co/papers/report' },
    ]);
  });

  it('name a project page once when it is the repository', () => {
    const url = 'https://github.com/a/b';
    expect(toPaperLinks({ id: '2608.16590', githubRepo: url, projectPage: url }).at(-1)?.label).toBe('Code');
  });

  it('leave out what a stored row should never have held', () => {
    const paper = { id: '2608.16590', githubRepo: 'javascript:alert(1)', projectPage: ' java\nscript:alert(1)' };
    expect(toPaperLinks(paper).map((link) => link.label)).toEqual(['Hugging Face', 'arXiv', 'PDF']);
  });

  it('stay on the source for whatever an id holds', () => {
    expect(toPaperUrl({ id: 'a?b#c"<' })).toBe('https://huggingface.co/papers/a%3Fb%23c%22%3C');
  });

  it('are an address also where an id has half a letter', () => {
    expect(toPaperUrl({ id: 'a\ud800/\udfff' })).toBe('https://huggingface.co/papers/a%EF%BF%BD/%EF%BF%BD');
    expect(toPaperLinks({ id: '\ud800' }).map(({ url }) => isSafeUrl(url))).toEqual([true]);
  });
});
