import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { PaperCard } from '@/components/paper/PaperCard';
import type { Paper } from '@/lib/core/papers/paper';
import { makePaper } from './make-paper';

/** Text that becomes code where it is taken for markup (FAULTS 30). */
const SCRIPTS = [
  '<script>globalThis.hit = 1</script>',
  '<img src=x onerror="globalThis.hit = 1">',
  '<svg onload="globalThis.hit = 1">',
  '"><iframe srcdoc="<script>parent.hit = 1</script>">',
  '<a href="javascript:globalThis.hit = 1">x</a>',
  '&lt;script&gt;globalThis.hit = 1&lt;/script&gt;',
  '</button><style>*{display:none}</style>',
  '{{constructor.constructor("globalThis.hit = 1")()}}',
];

/** Addresses that run code, or hide where they lead (FAULTS 31). */
const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://huggingface.co/x',
  'file:///etc/passwd',
  'chrome://settings',
  'https://huggingface.co@evil.example/',
  '//evil.example/',
];

/** What a renderer takes for a node of its own (FAULTS 32, Preact GHSA-36hm-qxxp-pg3m). */
const NODE = {
  type: 'img',
  props: { src: 'x', dangerouslySetInnerHTML: { __html: '<b>bad</b>' } },
  key: null,
  ref: null,
  constructor: undefined,
  __k: null,
  __v: 1,
};

function show(paper: Paper): Element {
  const actions = { onToggle() {}, onOpenLink() {}, onSetRead() {} };
  const { container } = render(
    <PaperCard
      paper={paper}
      isNew
      read={false}
      open
      compact={false}
      today="2026-11-23"
      listDay="2026-11-20"
      topics={[{ id: 'a', name: paper.title, colour: 0 }]}
      why={{
        reasons: [{ id: 'a', name: paper.title, colour: 0, words: paper.summary }],
        title: [{ from: 0, to: 4 }],
        abstract: [{ from: 2, to: 8 }],
      }}
      actions={actions}
    />,
  );
  return container;
}

const STRANGE = 'script, img:not(.icon), iframe, style, object, embed, b > b, [onerror], [onload], [srcdoc]';

describe('FAULTS 30: script in the feed’s text', () => {
  it.each(SCRIPTS)('stays text in every field: %s', (text) => {
    const view = show(
      makePaper({
        title: text,
        summary: text,
        authors: [{ name: text }, { name: text }],
        organization: { name: text, fullname: text },
      }),
    );
    expect(view.querySelector(STRANGE)).toBeNull();
    expect(view.querySelector('.card-title')?.textContent).toBe(text);
    expect(view.querySelector('.card-abstract')?.textContent).toBe(text);
    expect(view.querySelector('.card-authors')?.textContent).toContain(text);
    expect((globalThis as { hit?: number }).hit).toBeUndefined();
  });
});

describe('FAULTS 31: links that are not http(s)', () => {
  it.each(ADDRESSES)('never become an href: %j', (url) => {
    const view = show(makePaper({ githubRepo: url, projectPage: url }));
    const labels = [...view.querySelectorAll('a')].map((link) => link.textContent);
    expect(labels).toEqual(['Hugging Face', 'arXiv', 'PDF']);
  });
});

describe('FAULTS 32: an object where a string is expected', () => {
  it.each(['title', 'summary', 'publishedAt'])('renders nothing of a node in %s', (field) => {
    const view = show({ ...makePaper(), [field]: NODE });
    expect(view.querySelector(STRANGE)).toBeNull();
    expect(view.innerHTML).not.toContain('bad');
  });

  it('renders nothing of a node in the names', () => {
    const hostile = { name: NODE, fullname: NODE } as unknown as { name: string; fullname: string };
    const view = show(makePaper({ authors: [hostile, hostile], organization: hostile }));
    expect(view.querySelector(STRANGE)).toBeNull();
    expect(view.innerHTML).not.toContain('bad');
  });

  it('renders nothing of a node in the addresses', () => {
    const hostile = NODE as unknown as string;
    const view = show(makePaper({ githubRepo: hostile, projectPage: hostile }));
    expect([...view.querySelectorAll('a')]).toHaveLength(3);
  });
});
