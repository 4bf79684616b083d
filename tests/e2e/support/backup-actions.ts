import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { digest } from '../../unit/core/backup/sample';
import { hasWords, type KeyedAction, pressOn } from './keyed-action';
import { readUser } from './stores';
import { toTopicRow } from './topic-row';
import type { World } from './world';

const RESTORED = toTopicRow({ id: '00000000-0000-4000-8000-0000000000ba', name: 'Restored', query: 'restored' });

async function isRestored(_page: Page, world: World): Promise<boolean> {
  return (await readUser(world)).topics.some(({ id }) => id === RESTORED.id);
}

/** The chooser itself is the system's. */
async function chooseBackup(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-backup-'));
  try {
    const path = join(folder, 'backup.json');
    const made = { at: Date.now(), app: '0.1.0' };
    writeFileSync(path, (await toBackupFile({ statuses: [], topics: [RESTORED], settings: [] }, made, digest)).text);
    const input = (await page.$('.file-button input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await page.waitForSelector('.restore-dialog[open]');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A backup out, and one in and taken back. */
export const BACKUP_ACTIONS: readonly KeyedAction[] = [
  {
    what: 'a backup by hand',
    keys: (page) => pressOn(page, 'Back up now', 'Enter'),
    done: (page) => hasWords(page, '.part [role="status"]', /^(Saved|Handed)/),
  },
  {
    what: 'a restore',
    keys: async (page) => {
      await pressOn(page, /^Restore a backup/);
      await chooseBackup(page);
      await pressOn(page, 'Restore', 'Enter');
    },
    // Written a moment before the page says so, and the way back has the focus.
    done: async (page, world) => (await isRestored(page, world)) && (await page.$('.undo-bar button:focus')) !== null,
  },
  {
    what: 'its undo',
    keys: (page) => pressOn(page, 'Undo', 'Enter'),
    done: async (page, world) => !(await isRestored(page, world)),
  },
];
