import type { Page } from 'puppeteer-core';
import type { Topic } from '@/lib/core/topics/topic';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import type { Dice } from '../../harness/sample-feed/dice';
import { openSection } from './options-page';
import { click, type Step } from './popup-steps';
import { readUser } from './stores';
import { toTopicRow } from './topic-row';
import { SUBJECTS } from './worded-feed';
import type { World } from './world';

/** Takes topics from a file. */
export async function toImportStep(world: World, options: Page, dice: Dice): Promise<Step> {
  const { topics } = await readUser(world);
  const kept = topics.filter((topic) => topic.deletedAt === undefined);
  return ['import', () => importTopics(options, toImported(kept, dice))];
}

/** Two topics that are not there yet, and one that is, with other words. */
function toImported(kept: readonly Topic[], dice: Dice): Topic[] {
  const fresh = [0, 1].map((position) =>
    toTopicRow({ name: `Imported ${dice.integer(1, 9)}`, query: `${dice.pick(SUBJECTS)} -is:read`, position }),
  );
  const known = dice.pick(kept);
  return [...fresh, { ...known, name: `${known.name.slice(0, 20)} of the file`, badge: !known.badge }];
}

async function importTopics(options: Page, topics: readonly Topic[]): Promise<void> {
  await openSection(options, 'topics', '.file-button input');
  // Without a file on the disk: what is chosen there is only the browser's business.
  await options.$eval(
    '.file-button input',
    (input, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'topics.json', { type: 'application/json' }));
      (input as HTMLInputElement).files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    toTopicsFile(topics),
  );
  await click(options, '.import-dialog .button-solid');
  await options.waitForSelector('dialog[open]', { hidden: true });
}
