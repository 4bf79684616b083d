import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { pressText } from './support/popup-page';
import { readUser, writeRows } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import type { World } from './support/world';

const FIELD = 'textarea';

let world: World;
beforeAll(async () => {
  world = await startSyncedWorld();
  return () => world.close();
});

/** Types into the field of a new topic and closes the tab before the text can have been stored. */
async function typeAndClose(text: string): Promise<void> {
  const options = await world.browser.openPage('options.html#topics/new');
  await options.waitForSelector(FIELD);
  // All at once, as a paste: then nothing but the closing happens within the time a save waits.
  await options.$eval(
    FIELD,
    (field, value) => {
      (field as HTMLTextAreaElement).value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
  await options.close();
}

describe('a topic whose tab was closed at the last key', () => {
  it('is there, once, when the options are opened again', async () => {
    await typeAndClose('robots OR speech');
    const options = await world.browser.openPage('options.html#topics');
    await eventually(async () => (await readUser(world)).topics.length > 0, { what: 'the topic' });
    await options.waitForSelector(FIELD);
    const { topics } = await readUser(world);
    expect(topics.map(({ query }) => query)).toEqual(['robots OR speech']);
    const kept = await options.evaluate(() => Object.keys(localStorage));
    // Not of drafts: that there is a second copy.
    expect(kept.filter((key) => key !== 'copy-witness')).toEqual([]);
    await options.close();
  });

  it('has its text in the field again, unsaved, when that had an error', async () => {
    await typeAndClose('world model OR (');
    const options = await world.browser.openPage('options.html#topics/new');
    await eventually(
      async () => (await options.$eval(FIELD, (field) => (field as HTMLTextAreaElement).value)) === 'world model OR (',
      { what: 'the text' },
    );
    expect((await readUser(world)).topics).toHaveLength(1);
    await options.close();
  });
});

const readField = (page: Page) => page.$eval(FIELD, (field) => (field as HTMLTextAreaElement).value);
const readQueries = async () => (await readUser(world)).topics.map(({ query }) => query);

/** As a paste: all at once. */
const write = (page: Page, text: string) =>
  page.$eval(
    FIELD,
    (field, value) => {
      (field as HTMLTextAreaElement).value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );

describe('a topic that is changed in another page while its text is being written', () => {
  it('shows the new version, offers the text, and stores neither over the other', async () => {
    const [id] = (await readUser(world)).topics.map((topic) => topic.id);
    const [mine, other] = [
      await world.browser.openPage(`options.html#topics/${id}`),
      await world.browser.openPage(`options.html#topics/${id}`),
    ];
    for (const page of [mine, other]) await page.waitForSelector(FIELD);
    await write(mine, 'robots OR (');
    await write(other, 'proteins');
    await eventually(async () => (await readField(mine)) === 'proteins', { what: 'the new version' });
    await mine.waitForFunction(() => document.querySelector('.draft-offer q')?.textContent === 'robots OR (');
    expect(await readQueries()).toEqual(['proteins']);
    await mine.bringToFront();
    await pressText(mine, 'Use my text');
    await eventually(async () => (await readField(mine)) === 'robots OR (', { what: 'the text' });
    expect(await readQueries()).toEqual(['proteins']);
    await write(mine, 'robots OR theorems');
    await eventually(async () => (await readQueries())[0] === 'robots OR theorems', { what: 'the stored text' });
    await eventually(async () => (await readField(other)) === 'robots OR theorems', { what: 'the text in the other' });
    expect(await other.$('.draft-offer')).toBeNull();
    for (const page of [mine, other]) await page.close();
  });

  it('is not hidden by a text that a closed tab left, and the text is let go by a press', async () => {
    const [topic] = (await readUser(world)).topics;
    const closed = await world.browser.openPage(`options.html#topics/${topic?.id}`);
    await closed.waitForSelector(FIELD);
    await write(closed, 'glaciers OR (');
    await closed.close();
    // As an import while no page is open.
    const at = Date.now();
    const times = { ...topic?.times, query: at };
    await writeRows(world, 'user', 'topics', [{ ...topic, query: 'poetry', updatedAt: at, times }]);
    const options = await world.browser.openPage(`options.html#topics/${topic?.id}`);
    await options.waitForSelector('.draft-offer');
    expect(await readField(options)).toBe('poetry');
    await pressText(options, 'Let it go');
    await eventually(async () => (await options.$('.draft-offer')) === null, { what: 'the end of the offer' });
    const drafts = () => options.evaluate((id) => localStorage.getItem(`topic-draft:${id}`), topic?.id ?? '');
    expect(await drafts()).toBeNull();
    expect(await readQueries()).toEqual(['poetry']);
    await options.close();
  });
});
