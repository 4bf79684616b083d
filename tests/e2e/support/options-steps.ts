import type { Page } from 'puppeteer-core';
import type { Topic } from '@/lib/core/topics/topic';
import { eventually } from '../../harness/browsers/extension-browser';
import type { Dice } from '../../harness/sample-feed/dice';
import { toImportStep } from './import-step';
import { openSection } from './options-page';
import { pressText } from './popup-page';
import { click, type Step } from './popup-steps';
import { readUser } from './stores';
import { SUBJECTS } from './worded-feed';
import type { World } from './world';

/** Clicks the label with these words. */
const clickLabel = (options: Page, words: string) =>
  options.evaluate((words) => {
    const labels = [...document.querySelectorAll('label')];
    labels
      .find((label) => label.textContent?.trim().startsWith(words))
      ?.querySelector('input')
      ?.click();
  }, words);

/** Something that changes topics or settings, or the way back of topics. */
export async function toOptionsStep(world: World, options: Page, dice: Dice): Promise<Step> {
  if (dice.chance(0.15)) return toImportStep(world, options, dice);
  const { topics, journal } = await readUser(world);
  const kept = topics.filter((topic) => topic.deletedAt === undefined);
  const scopes = journal.map(({ open }) => open);
  if (dice.chance(0.2)) {
    const words = await toOtherChoice(world, dice);
    return [
      `setting ${words}`,
      async () => {
        await openSection(options, 'appearance', 'input[type="radio"]');
        await clickLabel(options, words);
      },
    ];
  }
  if (scopes.includes('topics') && dice.chance(0.2)) return ['undo of a topic', () => undoTopic(options)];
  const topic = dice.pick(kept);
  await openTopic(options, topic);
  const what = dice.pick(['badge', 'notify', 'on', 'query', 'query', 'move', 'delete']);
  if (what === 'badge' && topic.enabled) return ['badge switch', () => clickLabel(options, 'Count on the badge')];
  if (what === 'notify' && topic.enabled) return toAlertSwitch(options);
  if (what === 'on') return ['switch', () => clickLabel(options, 'On')];
  if (what === 'move' && kept.length > 1) {
    const isLast = kept.every((other) => other.position <= topic.position);
    const end = isLast ? 'up' : 'down';
    return [`move ${end}`, () => click(options, `.topics-new button[aria-label$="${end}"]`)];
  }
  if (what === 'delete' && kept.length > 1) return ['delete', () => click(options, '.topic-more button')];
  const query = dice.pick(SUBJECTS.map((subject) => `${subject} OR is:later`).filter((text) => text !== topic.query));
  return [`query ${query}`, () => typeQuery(options, query)];
}

function toAlertSwitch(options: Page): Step {
  return [
    'alert switch',
    async () => {
      // By the mouse: the browser lets nobody else ask for alerts.
      await options.bringToFront();
      await pressText(options, 'Notify me');
    },
  ];
}

/** Switches the alerts of a topic on, or off. */
export async function toAlertStep(world: World, options: Page, dice: Dice): Promise<Step> {
  const { topics } = await readUser(world);
  await openTopic(options, dice.pick(topics.filter(({ enabled, deletedAt }) => enabled && deletedAt === undefined)));
  return toAlertSwitch(options);
}

/** What the options offer under Appearance; the first is there where nothing is stored. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: { comfortable: 'Comfortable', compact: 'Compact' },
  textSize: { normal: 'Normal', small: 'Small', large: 'Large', huge: 'Huge' },
};

/** The words of a choice that is not the present one: choosing that again would be no action. */
async function toOtherChoice(world: World, dice: Dice): Promise<string> {
  const key = dice.pick(Object.keys(CHOICES));
  const words = CHOICES[key] ?? {};
  const values = Object.keys(words);
  const stored = (await readUser(world)).settings.find((row) => row.key === key)?.value ?? values[0];
  return words[dice.pick(values.filter((value) => value !== stored))] ?? '';
}

async function openTopic(options: Page, topic: Topic): Promise<void> {
  await openSection(options, `topics/${topic.id}`, `a[href="#topics/${topic.id}"][aria-current]`);
  await untilEditorShows(options, topic);
}

async function untilEditorShows(options: Page, { query, enabled, badge, notify }: Topic): Promise<void> {
  const expected = JSON.stringify([query, enabled, badge, notify]);
  const read = () =>
    options.evaluate(() => {
      const switches = [...document.querySelectorAll<HTMLInputElement>('[role="switch"]')];
      return JSON.stringify([document.querySelector('textarea')?.value, ...switches.map(({ checked }) => checked)]);
    });
  await eventually(async () => (await read()) === expected, { what: `the fields ${expected}` });
}

const typeQuery = (options: Page, query: string) =>
  options.$eval(
    'textarea',
    (field, value) => {
      (field as HTMLTextAreaElement).value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    query,
  );

export const undoTopic = (options: Page) => undoIn(options, 'topics', 'Topics');
export const undoSetting = (options: Page) => undoIn(options, 'appearance', 'Appearance');

async function undoIn(options: Page, hash: string, heading: string): Promise<void> {
  await openSection(options, hash, 'h1');
  await options.waitForFunction(
    (text) => document.querySelector('h1')?.textContent === text,
    { polling: 100 },
    heading,
  );
  await click(options, 'button[aria-label^="Undo: "]');
}
