import { describe, expect, it } from 'vitest';
import { toUtcDay } from '@/lib/core/days/day';
import { untilPopup } from '../e2e/support/popup-page';
import { readFeed, untilListed, writeRows } from '../e2e/support/stores';
import { BROWSER, useWorld, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { toFeed, type WireItem } from '../harness/stand-in/feed';
import { toTinyItem } from '../harness/tiny-feed';

/** Each would run, load or navigate where text becomes markup. `pwned` is what they try to set. */
const SCRIPTS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '<svg/onload=window.pwned=1>',
  '"><iframe srcdoc="<script>parent.pwned=1</script>">',
  '<a href="javascript:window.pwned=1" autofocus onfocus=window.pwned=1>x</a>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<link rel=stylesheet href=https://evil.example/y.css>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '{{constructor.constructor("window.pwned=1")()}}',
  '</textarea><script>window.pwned=1</script>',
  '<math><mtext></mtext><script>window.pwned=1</script></math>',
];

const BAD_LINKS = [
  'javascript:window.pwned=1',
  'JaVaScRiPt:window.pwned=1',
  ' \tjavascript:window.pwned=1',
  'java\nscript:window.pwned=1',
  '\u0001javascript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://huggingface.co/1',
  'file:///etc/passwd',
  'chrome://settings',
  'about:blank',
  '//evil.example/x',
  'https://huggingface.co@evil.example/',
];

/** A value that Preact would render as an element, where a string is expected (GHSA-36hm-qxxp-pg3m). */
const VNODE = {
  type: 'img',
  props: { src: 'x', onerror: 'window.pwned=1' },
  key: null,
  ref: null,
  __k: null,
};

const TODAY = toUtcDay(Date.now());

function toHostileItem(index: number, text: string): WireItem {
  const item = toTinyItem(TODAY, index, {
    title: `Title ${text}`,
    summary: `Abstract ${text}`,
    authors: [{ _id: 'a', name: `Author ${text}`, hidden: false }],
    ai_summary: text,
    ai_keywords: [text],
    organization: { _id: 'o', name: text, fullname: `Lab ${text}` },
    githubRepo: BAD_LINKS[index % BAD_LINKS.length],
    projectPage: BAD_LINKS[(index + 1) % BAD_LINKS.length],
    githubStars: 7,
    mediaUrls: BAD_LINKS,
  });
  return {
    ...(item as object),
    thumbnail: BAD_LINKS[index % BAD_LINKS.length],
    submittedBy: { fullname: text, name: text },
  };
}

/** A page of the extension, watched before its first line runs: what the policy refuses is reported once, when it happens. */
async function openWatched(world: World, path: string) {
  const page = await world.browser.browser.newPage();
  const reports: string[] = [];
  page.on('dialog', (dialog) => {
    reports.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/content.security.policy|trusted/i.test(message.text())) reports.push(message.text());
  });
  page.on('pageerror', (error) => reports.push(String(error)));
  // Firefox has no scripts before the first of an extension's page: there the rest of its life is watched.
  if (BROWSER === 'chromium') await page.evaluateOnNewDocument(watchPolicy);
  // Firefox never tells the end of this: the pages say themselves when they are there.
  page.goto(world.browser.baseUrl + path).catch(() => undefined);
  await eventually(() => page.evaluate(() => location.protocol !== 'about:' && document.readyState === 'complete'), {
    what: path,
  });
  if (BROWSER === 'firefox') await page.evaluate(watchPolicy);
  return { page, reports };
}

/** Runs in the page. */
function watchPolicy(): void {
  const violations: string[] = [];
  Object.assign(globalThis, { violations });
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
}

/** The popup with every card open. */
async function openEverything(world: World, cards: number) {
  const { page, reports } = await openWatched(world, 'popup.html');
  await untilPopup(page, `${cards} cards`, (text) => text.cards.length === cards);
  await page.evaluate(() => {
    for (const title of document.querySelectorAll<HTMLElement>('[data-paper] [aria-expanded="false"]')) title.click();
  });
  await page.waitForFunction(() => document.querySelectorAll('[data-paper] a[href]').length > 0);
  return { page, reports };
}

async function readDamage(page: Awaited<ReturnType<typeof openEverything>>['page']) {
  return page.evaluate(() => ({
    pwned: (window as unknown as { pwned?: number }).pwned ?? null,
    violations: (window as unknown as { violations: string[] }).violations,
    // Cards hold text, links and our own drawings; nothing else can come but from the feed.
    strangers: [
      ...document.querySelectorAll(
        // The popup's own styles are the one `<style>` of its head; the policy lets no other work.
        'script:not([src]), iframe, img, style:not(head > style:only-of-type), base, meta[http-equiv], object, embed, math',
      ),
    ].map((el) => el.outerHTML),
    handlers: [...document.querySelectorAll('*')].filter((el) =>
      [...el.attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    hrefs: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    words: document.body.textContent ?? '',
  }));
}

describe('FAULTS 30: script in title, abstract, author, organisation', () => {
  it('stays text in every field: no dialog, no request, no report of the policy', async () => {
    const world = await useWorld({
      feed: toFeed({ [TODAY]: SCRIPTS.map((text, index) => toHostileItem(index, text)) }),
      launch: { catchAll: true },
    });
    await untilListed(world, TODAY, SCRIPTS.length);
    const { page, reports } = await openEverything(world, SCRIPTS.length);
    const damage = await readDamage(page);
    expect(damage).toMatchObject({ pwned: null, violations: [], strangers: [], handlers: 0 });
    for (const text of SCRIPTS) expect(damage.words).toContain(`Title ${text}`);
    expect(reports).toEqual([]);
    await expectHarmlessOptions(world);
    expect([...new Set(world.standIn.log.map((request) => request.host))]).toEqual(['huggingface.co']);
    if (BROWSER === 'chromium')
      expect(world.standIn.greetings.filter(({ host }) => host !== 'huggingface.co')).toEqual([]);
  });
});

/** The preview of a topic shows what it would catch, with the matched words marked. */
async function expectHarmlessOptions(world: World): Promise<void> {
  const { page, reports } = await openWatched(world, 'options.html#topics/new');
  await page.waitForSelector('textarea');
  await page.type('textarea', 'abstract');
  await page.waitForFunction((text) => document.body.textContent?.includes(text), {}, `Title ${SCRIPTS[0]}`);
  const damage = await readDamage(page);
  expect(damage).toMatchObject({ pwned: null, violations: [], strangers: [], handlers: 0 });
  expect(reports).toEqual([]);
  await page.close();
}

describe('FAULTS 31: a link that is no web address', () => {
  it('never becomes an href, whatever its case and control characters, also from a row stored before the check', async () => {
    const world = await useWorld({
      feed: toFeed({ [TODAY]: BAD_LINKS.map((_, index) => toHostileItem(index, 'plain')) }),
    });
    await untilListed(world, TODAY, BAD_LINKS.length);
    for (const paper of (await readFeed(world)).papers) {
      expect(paper.githubRepo).toBeUndefined();
      expect(paper.projectPage).toBeUndefined();
    }
    await writeStoredLinks(world);
    const { page } = await openEverything(world, BAD_LINKS.length);
    const { hrefs } = await readDamage(page);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter((href) => !/^https:\/\/(huggingface\.co|arxiv\.org)\//.test(href ?? ''))).toEqual([]);
  });
});

/** Rows as an older version or a damaged backup could have left them. */
async function writeStoredLinks(world: World): Promise<void> {
  const { papers } = await readFeed(world);
  await writeRows(
    world,
    'feed',
    'papers',
    papers.map((paper, index) => ({ ...paper, githubRepo: BAD_LINKS[index], projectPage: BAD_LINKS[index] })),
  );
}

describe('FAULTS 32: an object where a string is expected', () => {
  it('loses the field or the item, never becomes markup', async () => {
    const fields = [
      'title',
      'summary',
      'ai_summary',
      'githubRepo',
      'projectPage',
      'publishedAt',
      'upvotes',
      'githubStars',
    ];
    const items = fields.map((field, index) => toTinyItem(TODAY, index, { [field]: VNODE }));
    const lists = [
      toTinyItem(TODAY, 20, { authors: [VNODE, { name: VNODE, hidden: false }] }),
      toTinyItem(TODAY, 21, { ai_keywords: [VNODE, VNODE], mediaUrls: [VNODE] }),
      toTinyItem(TODAY, 22, { organization: { name: VNODE, fullname: VNODE } }),
      toTinyItem(TODAY, 23, { organization: VNODE, authors: VNODE }),
      VNODE,
    ];
    const world = await useWorld({ feed: toFeed({ [TODAY]: [...items, ...lists] }) });
    // Of two items the title or the whole is an object: they go, the others lose a field.
    await untilListed(world, TODAY, items.length + lists.length - 2);
    const { papers, days } = await readFeed(world);
    expect(JSON.stringify(papers)).not.toContain('onerror');
    expect(days.find((day) => day.date === TODAY)?.droppedCount).toBeGreaterThan(0);
    const { page, reports } = await openEverything(world, papers.length);
    expect(await readDamage(page)).toMatchObject({ pwned: null, violations: [], strangers: [], handlers: 0 });
    expect(reports).toEqual([]);
  });

  it('never becomes markup from a stored row either', async () => {
    const world = await useWorld();
    await untilListed(world, world.today, 3);
    const { papers } = await readFeed(world);
    const paper = papers.find((one) => one.dailyDate === world.today);
    await writeRows(world, 'feed', 'papers', [
      { ...paper, summary: VNODE, aiSummary: VNODE, organization: { name: VNODE, fullname: VNODE } },
    ]);
    const page = await world.browser.openPopupTab();
    await page.waitForFunction(() => (document.body.textContent ?? '').length > 20);
    const shown = await page.evaluate(() => ({
      pwned: (window as unknown as { pwned?: number }).pwned ?? null,
      images: document.querySelectorAll('img').length,
    }));
    expect(shown).toEqual({ pwned: null, images: 0 });
  });
});
