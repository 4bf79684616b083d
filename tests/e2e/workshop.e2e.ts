import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import { eventually } from '../harness/browsers/extension-browser';
import { readUser } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { toTopicRow } from './support/topic-row';
import type { World } from './support/world';

let world: World;
let page: Page;
beforeAll(async () => {
  world = await startSyncedWorld();
  page = await world.browser.openPage('options.html#topics/new');
  await page.waitForSelector('textarea');
  return () => world.close();
});

const read = (selector: string) =>
  page.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', selector);
const readQuery = () => page.$eval('textarea', (field) => (field as HTMLTextAreaElement).value);
const until = (what: string, isThere: () => Promise<unknown>) => eventually(isThere, { what, timeoutMs: 15_000 });

async function click(words: string, within = 'body'): Promise<void> {
  await until(words, () =>
    page.evaluate(
      (words, within) => {
        const button = [...document.querySelectorAll<HTMLElement>(`${within} button`)].find(
          (one) => one.textContent?.trim() === words,
        );
        button?.click();
        return button !== undefined;
      },
      words,
      within,
    ),
  );
}

describe('the workshop of topics', () => {
  it('counts what is typed over all stored papers, in a worker', async () => {
    await page.focus('textarea');
    await page.keyboard.type('paper* OR author:an', { delay: 20 });
    await until('a final answer', async () => {
      const busy = await page.evaluate(() => document.querySelector('.preview-figures')?.getAttribute('aria-busy'));
      return busy === 'false' && Number(await read('.preview-figures dd')) > 0;
    });
    // Who scans is told by the browser: the page itself would give the same answers.
    const files = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const workers = page.workers().map((worker) => worker.url());
    expect([...files, ...workers].join(' ')).toMatch(/scanner\.worker/);
  });

  it('lists the hits of the day whose bar is clicked, and leads back', async () => {
    const label = await page.evaluate(() => {
      const bars = [...document.querySelectorAll<HTMLElement>('.day-bar:not(.is-rest)')];
      bars.at(-1)?.click();
      return bars.at(-1)?.getAttribute('aria-label') ?? '';
    });
    const [day = '', hits = ''] = label.split(': ');
    await until('the hits of the day', async () => {
      const listed = await page.$$eval('.catch-list > li', (lines) => lines.length);
      return (await read('.preview-day h2')) === `What it catches on ${day}` && listed === Number.parseInt(hits, 10);
    });
    await click('Back to all days');
    await until('all days', async () => (await read('.preview-examples h2')) === 'What it catches');
  });

  it('completes a field and a name of the stored papers with the keyboard', async () => {
    await page.click('textarea', { count: 3 });
    await page.keyboard.press('Backspace');
    await page.keyboard.type('auth', { delay: 20 });
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await readQuery()).toBe('author:');
    await until('names', async () => (await read('[role=option] .suggestion-words')).includes('paper'));
    const name = await read('[role=option] .suggestion-label');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    expect((await readQuery()).replaceAll('"', '')).toBe(`author:${name}`);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(await page.$('[role=option]')).toBeNull();
    await until('its hits', async () => Number(await read('.preview-figures dd')) > 0);
  });

  it('underlines where a query breaks and keeps the last complete version', async () => {
    await page.keyboard.type(' (planning', { delay: 20 });
    await until('advice', async () => /bracket.*last version that was complete/.test(await read('.query-error')));
    expect(await read('.query-wrong')).toMatch(/^\(/);
    expect(await page.$('.preview-figures.is-stale')).not.toBeNull();
    for (let i = 0; i < ' (planning'.length; i++) await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await until('the stored topic', async () => (await readUser(world)).topics.length === 1);
  });

  it('refuses a bad file by name, imports a good one, and takes it back with one undo', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'topics-')), 'topics.json');
    const choose = async (text: string) => {
      writeFileSync(file, text);
      const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await page.waitForSelector('dialog[open]');
    };
    const good = [
      toTopicRow({ name: 'Robots', query: 'robot*' }),
      toTopicRow({ name: 'Speech', query: 'speech', position: 1 }),
    ];
    const bad = toTopicRow({ name: 'Agents', query: 'agents', position: 2, colour: 8 as never });
    await choose(toTopicsFile([...good, bad]));
    expect(await read('dialog [role=alert]')).toBe(
      'Topic 3, “Agents”: colour must be a whole number from 0 to 7. Nothing was changed.',
    );
    await click('Close', 'dialog');
    expect((await readUser(world)).topics).toHaveLength(1);

    await choose(toTopicsFile(good));
    await click('Import 2 topics', 'dialog');
    await until('three topics', async () => (await readUser(world)).topics.length === 3);
    await click('Undo', '.undo-bar');
    await until('one topic', async () => {
      const { topics } = await readUser(world);
      return topics.filter(({ deletedAt }) => deletedAt === undefined).length === 1;
    });
  });

  it('exports what can be imported again', async () => {
    const text = await page.evaluate(async () => {
      const made = new Promise<Blob>((resolve) => {
        const real = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          resolve(blob as Blob);
          URL.createObjectURL = real;
          return real.call(URL, blob);
        };
      });
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Export topics')?.click();
      return (await made).text();
    });
    const { topics } = JSON.parse(text) as { topics: { query: string }[] };
    expect(topics.map(({ query }) => query)).toEqual([await readQuery()]);
  });
});
