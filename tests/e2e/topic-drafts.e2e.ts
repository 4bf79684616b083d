import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { readUser, untilSynced } from './support/stores';
import { startWorld, type World } from './support/world';

const FIELD = 'textarea';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await untilSynced(world);
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
    expect(await options.evaluate(() => Object.keys(localStorage))).toEqual([]);
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
