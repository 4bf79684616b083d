import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BACKUP_FOLDER } from '@/lib/core/backup/backup-state';
import { type Status, toStoredStatus } from '@/lib/core/papers/status';
import type { SettingRow } from '@/lib/core/settings/settings';
import { TOPIC_FIELDS } from '@/lib/core/topics/topic';
import { toAlertingLaunch } from '../e2e/support/alerts';
import { DATABASE_DAMAGE } from '../e2e/support/damage';
import { readCopyItems, readMade, untilCopied } from '../e2e/support/made-world';
import { clickOn, pressText, untilPopup, untilText } from '../e2e/support/popup-page';
import { untilBadgeIsRight, writeRows } from '../e2e/support/stores';
import { useSyncedWorld } from '../e2e/support/synced-world';
import { toTopicRow } from '../e2e/support/topic-row';
import { BROWSER, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';

const AT = Date.UTC(2026, 9, 3, 4, 5, 6, 789);

/** Every field a status can have, set and cleared. */
function toStatuses(ids: readonly string[]): Status[] {
  const yes = { value: true, at: AT };
  const link = 'https://huggingface.co/papers/';
  return [
    {
      paperId: ids[0] ?? '',
      title: 'Ice “ǅ”',
      link: `${link}${ids[0]}`,
      read: yes,
      starred: { value: true, at: AT + 1 },
      later: yes,
      dismissed: { value: false, at: AT + 2 },
      note: { value: 'ﬁrst\n“two” \\ 𝔘 \u2028 e\u0301', at: AT + 3 },
      tags: { value: ['ml', 'to read', '冰'], at: AT + 4 },
    },
    { paperId: '1706.03762', title: 'Long gone from the feed', later: { value: true, at: AT } },
    {
      paperId: ids[1] ?? '',
      starred: { value: false, at: AT },
      note: { value: '', at: AT },
      tags: { value: [], at: 0 },
    },
    { paperId: ids[2] ?? '', dismissed: yes },
  ];
}

/** Each field has its own, as every write of the extension leaves it. */
const times = Object.fromEntries(TOPIC_FIELDS.map((field, i) => [field, AT + i]));

const TOPICS = [
  toTopicRow({
    name: 'Paper “0”',
    query: 'title:"paper 0"',
    colour: 3,
    badge: false,
    notify: true,
    position: 0,
    times,
  }),
  toTopicRow({ name: 'Off', query: 'ice OR snow', enabled: false, position: 1, times }),
  toTopicRow({ name: 'Deleted', query: 'rain', position: 2, deletedAt: AT, updatedAt: AT, times }),
];

const SETTINGS: SettingRow[] = [
  { key: 'theme', value: 'dark', at: AT },
  { key: 'quietFrom', value: 23, at: AT },
  { key: 'density', at: AT },
  // Of a version to come: kept as it is.
  { key: 'fromLater', value: { deep: [1, 'two'] }, at: AT },
];

/** A browser whose downloads go to a folder that outlives its profile. */
function toLaunch(home: string) {
  const launch = toAlertingLaunch(onTestFinished);
  const prefs = { 'browser.download.dir': join(home, 'Downloads'), 'browser.download.folderList': 2 };
  const env = BROWSER === 'chromium' ? { env: { HOME: home } } : {};
  return { ...launch, ...env, prefs: { ...launch.prefs, ...prefs } };
}

/** What the user made of old, and the schedule of backups, by a click. Returns the path of the file it has saved. */
async function makeAndBackUp(world: World, home: string): Promise<string> {
  const ids = (await world.browser.readStore<{ id: string }>('daily-papers-feed', 'papers')).map(({ id }) => id);
  await writeRows(world, 'user', 'statuses', toStatuses(ids).map(toStoredStatus) as never[]);
  await writeRows(world, 'user', 'topics', TOPICS);
  await writeRows(world, 'user', 'settings', SETTINGS as never[]);
  const options = await world.browser.openPage('options.html#data');
  await options.bringToFront();
  await options.waitForSelector('.file-button input');
  const folder = join(home, 'Downloads', BACKUP_FOLDER);
  await clickOn(options, 'input[type="radio"][value="daily"]');
  await untilText(options, 'Last backup: just now', 30_000);
  await untilCopied(world);
  await options.close();
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return join(folder, file);
}

async function restore(world: World, path: string): Promise<void> {
  const options = await world.browser.openPage('options.html#data');
  await options.bringToFront();
  const input = await options.waitForSelector('.file-button input');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await options.waitForSelector('.restore-dialog[open]');
  await pressText(options, 'Restore', '.restore-dialog');
  await untilText(options, 'A backup was restored');
  await options.close();
}

describe('FAULTS 8: the browser has repaired the extension, and its storage is gone', () => {
  it('the databases alone: the second copy brings all back; the whole profile: the last backup does', async () => {
    const home = mkdtempSync(join(tmpdir(), 'daily-papers-home-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const world = await useSyncedWorld({ launch: toLaunch(home) });
    const path = await makeAndBackUp(world, home);
    const made = await readMade(world);
    expect([made.statuses.length, made.topics.length, made.settings.length]).toEqual([4, 3, 5]);

    await world.restart(DATABASE_DAMAGE['are gone']);
    const popup = await world.browser.openPopupTab();
    await untilText(popup, 'What you made was restored.');
    expect(await readMade(world)).toEqual(made);
    await untilPopup(popup, 'the list', ({ cards, tabs }) => cards.length > 0 && tabs.Later === 2);

    // Another profile is all that is left after "Repair", or on another computer.
    const anew = await useSyncedWorld({ launch: toLaunch(home) });
    expect(await readMade(anew)).toEqual({ statuses: [], topics: [], settings: [] });
    await restore(anew, path);
    expect(await readMade(anew)).toEqual(made);
    const page = await anew.browser.openPopupTab();
    const { all } = await untilPopup(page, 'both kept for later', ({ tabs }) => tabs.Later === 2);
    expect(all).toContain('Paper “0”');
    await eventually(() => page.$('html[data-theme="dark"]'), { what: 'the theme' });
    await untilBadgeIsRight(anew);
    // And it is safe again: the next loss of the databases would not need the file.
    await eventually(async () => JSON.stringify(await readCopyItems(anew)).includes('1706.03762'), { what: 'a copy' });
    await untilCopied(anew);
  });
});
