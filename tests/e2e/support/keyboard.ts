import type { Page, SerializedAXNode } from 'puppeteer-core';
import { expect } from 'vitest';

/** The element that has the focus, as a screen reader would speak it. */
export interface Focus {
  role: string;
  name: string;
}

/** Where the focus is; `undefined` where it is lost: on nothing, or on the page as a whole. */
export function readFocus(page: Page): Promise<Focus | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return undefined;
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const referred = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const texts = [
      element.getAttribute('aria-label'),
      ...referred.map((id) => document.getElementById(id)?.textContent),
      ...labels.map((label) => label.textContent),
      element.matches('input, textarea, select') ? '' : element.textContent,
      element.getAttribute('title'),
    ];
    const name = (texts.find((text) => text?.trim()) ?? '').replace(/\s+/g, ' ').trim();
    const type = element.getAttribute('type') ?? '';
    const tags: Record<string, string> = {
      A: 'link',
      BUTTON: 'button',
      SELECT: 'combobox',
      SUMMARY: 'button',
      TEXTAREA: 'textbox',
      INPUT: ['checkbox', 'radio'].includes(type) ? type : type === 'file' ? 'button' : 'textbox',
      SECTION: 'region',
      DIALOG: 'dialog',
    };
    return { role: element.getAttribute('role') ?? tags[element.tagName] ?? '', name };
  });
}

/** The focus, which must be on something. */
export async function expectFocus(page: Page, after: string): Promise<Focus> {
  const focus = await readFocus(page);
  if (!focus) throw new Error(`The focus is lost after ${after}`);
  return focus;
}

const MOST_STOPS = 160;

/** The next Tab begins at the top of the page. */
function goToBegin(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.body.setAttribute('tabindex', '-1');
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

/**
 * From the last stop of a page Firefox goes on to its own toolbar. The driver's keys still reach the page, which then
 * has stops but no focus: no `:focus`, no click by Enter. So the way round the toolbar is left out.
 */
async function goRound(page: Page): Promise<void> {
  if (await isAtEnd(page)) await goToBegin(page);
}

/** The focus is on the last stop of the page. */
function isAtEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')];
    const isStop = (one: HTMLElement) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility();
    const last = stops.filter(isStop).at(-1);
    return last === document.activeElement;
  });
}

/** Presses Tab (or Shift and Tab) until the focus is on what is named so; the page itself may be passed once. */
export async function tabTo(page: Page, name: string | RegExp, { back = false } = {}): Promise<Focus> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (back) await page.keyboard.down('Shift');
    else await goRound(page);
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
    const focus = await readFocus(page);
    if (focus && (typeof name === 'string' ? focus.name === name : name.test(focus.name))) return focus;
    passed.push(focus?.name ?? '(the page)');
  }
  throw new Error(`No ${String(name)} within ${MOST_STOPS} stops: ${[...new Set(passed)].join(' | ')}`);
}

/** What the browser tells a screen reader of the focus: a name that is like the one looked for. Only Chromium lets us ask. */
export async function expectSpoken(page: Page, name: string | RegExp): Promise<void> {
  if (/firefox/i.test(await page.browser().version())) return;
  const root = await page.accessibility.snapshot();
  const spoken: string[] = [];
  const open: SerializedAXNode[] = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.focused && node !== root) spoken.push((node.name ?? '').replace(/\s+/g, ' ').trim());
    open.push(...(node.children ?? []));
  }
  const isLike = (one: string) => (typeof name === 'string' ? one === name : name.test(one));
  expect(spoken.some(isLike), `${String(name)} among the names that are spoken: ${JSON.stringify(spoken)}`).toBe(true);
}

/** Goes to what is named so, and presses `key` there. */
export async function use(page: Page, name: string | RegExp, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/**
 * Every stop of the Tab key, from the first to the page's end. Each has a name and a role, and stands in the document
 * behind the one before it, which is the order in which the page is read.
 */
export async function expectReadableStops(page: Page): Promise<Focus[]> {
  await goToBegin(page);
  await page.evaluate(() => void Object.assign(globalThis, { before: undefined }));
  const stops: Focus[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    // Not on into Firefox's toolbar: the page would have no focus for whatever is pressed next (see `goRound`).
    if (await isAtEnd(page)) break;
    await page.keyboard.press('Tab');
    const focus = await readFocus(page);
    const isBehind = await page.evaluate(() => {
      const memory = globalThis as unknown as { before?: Element | undefined };
      const now = document.activeElement ?? document.body;
      const { before } = memory;
      memory.before = now === document.body ? undefined : now;
      return !before || Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    if (!focus || (!isBehind && stops.some(({ name }) => name === focus.name))) break;
    expect(isBehind, `${focus.name} is read before ${stops.at(-1)?.name}`).toBe(true);
    expect(focus.role, `the role of ${focus.name}`).not.toBe('');
    expect(focus.name, `the name of the ${focus.role} after ${stops.at(-1)?.name}`).not.toBe('');
    stops.push(focus);
  }
  await expectNamedTree(page);
  return stops;
}

const NAMED = ['button', 'link', 'textbox', 'checkbox', 'radio', 'switch', 'combobox', 'tab', 'menuitem', 'gridcell'];

/** What the browser itself tells a screen reader: everything that can be used has a name. Only Chromium lets us ask. */
export async function expectNamedTree(page: Page): Promise<void> {
  if (/firefox/i.test(await page.browser().version())) return;
  const root = await page.accessibility.snapshot();
  if (!root) throw new Error('The browser has no accessibility tree of the page.');
  const nameless: string[] = [];
  const open: SerializedAXNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (NAMED.includes(node.role) && !node.name?.trim()) nameless.push(`${node.role} ${node.description ?? ''}`);
    open.push(...(node.children ?? []));
  }
  expect(nameless).toEqual([]);
}
