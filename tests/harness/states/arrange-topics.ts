import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import { putRows, type Row } from './database';
import type { StateWorld } from './worlds';

/** Ready-made topics, by name, and own ones, as the options would have stored them. */
export async function putTopics(
  { browser }: StateWorld,
  ...topics: readonly (string | (Pick<Topic, 'name' | 'query'> & Partial<Topic>))[]
): Promise<void> {
  const rows = topics.map((topic, position) => {
    const example = typeof topic === 'string' ? EXAMPLE_TOPICS.find(({ name }) => name === topic) : topic;
    if (!example) throw new Error(`There is no ready-made topic "${String(topic)}"`);
    return toTopicRow('field' in example ? { name: example.name, query: example.query } : example, position);
  });
  await putRows(browser, 'user', 'topics', rows);
}

function toTopicRow(topic: Pick<Topic, 'name' | 'query'> & Partial<Topic>, position: number): Topic & Row {
  return {
    id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    colour: (position % 8) as TopicColour,
    badge: true,
    notify: false,
    enabled: true,
    position,
    createdAt: Date.now(),
    updatedAt: Date.now(),
    ...topic,
  };
}

/** Gives the page a file of topics to take in: with one more topic, or with `text` that is none. */
export async function chooseFile(page: Page, text = toTopicsFile([toTopicRow(GLACIERS, 9)])): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-file-'));
  try {
    const path = join(folder, 'topics.json');
    writeFileSync(path, text);
    const input = await page.waitForSelector('input[type="file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    await page.waitForSelector('dialog[open]');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const GLACIERS = { name: 'Glaciers', query: 'glacier OR "ice sheet"' };

/** They catch something on most days of the sample feed. */
const FOUR_TOPICS = ['Language agents', 'Video generation', 'Reasoning', 'Robot learning'] as const;

export const withTopics = (world: StateWorld) => putTopics(world, ...FOUR_TOPICS);

/** Two topics that want to be told of, and one that does not. */
export const withAlerts = (world: StateWorld) =>
  putTopics(
    world,
    { name: 'Agents', query: 'agent*', notify: true },
    { name: 'Video', query: 'video', notify: true },
    'Reasoning',
  );
