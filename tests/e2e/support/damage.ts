import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { BROWSER } from './world';

/** Changes the files of a profile whose browser is closed. */
export type Damage = (profile: string) => void;

/** Every file below `folder` whose path matches. */
function findFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path));
}

/** Firefox keeps the databases of pages and those of `storage.local` in two containers of the same extension. */
const DATABASES = BROWSER === 'chromium' ? /IndexedDB\/chrome-extension_/ : /moz-extension\+\+\+[^^/]*\/idb\/.*sqlite/;
const STORAGE =
  BROWSER === 'chromium' ? /Local Extension Settings\// : /moz-extension\+\+\+[^/]*4294967295\/idb\/.*sqlite/;

const toFolder = (profile: string) => join(profile, BROWSER === 'chromium' ? 'Default' : 'storage/default');

function each(where: RegExp, change: (path: string) => void, which = /./): Damage {
  return (profile) => {
    const files = findFiles(toFolder(profile), where).filter((path) => which.test(path));
    if (files.length === 0) throw new Error(`no file of ${profile} matches ${where} and ${which}`);
    files.forEach(change);
  };
}

/** Every byte from `part` of the file on becomes another one. */
function garble(path: string, part = 0): void {
  const bytes = readFileSync(path);
  for (let i = Math.floor(bytes.length * part); i < bytes.length; i++)
    bytes[i] = ((bytes[i] ?? 0) * 31 + i * 7 + 13) & 255;
  writeFileSync(path, bytes);
}

const cut = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2));
const remove = (path: string) => rmSync(path);

/** Five ways in which the files of the databases get damaged. */
export const DATABASE_DAMAGE: Readonly<Record<string, Damage>> = {
  'are gone': each(DATABASES, remove),
  'are other bytes': each(DATABASES, (path) => garble(path)),
  'are cut in half': each(DATABASES, cut, /\.(log|ldb|sqlite)$/),
  'are empty': each(DATABASES, (path) => truncateSync(path, 0), /\.(log|ldb|sqlite)$/),
  'are other bytes from the middle on': each(DATABASES, (path) => garble(path, 0.5), /\.(log|ldb|sqlite)$/),
};

/** Three ways in which those of `storage.local` do. */
export const STORAGE_DAMAGE: Readonly<Record<string, Damage>> = {
  'are gone': each(STORAGE, remove),
  'are other bytes': each(STORAGE, (path) => garble(path)),
  'are cut in half': each(STORAGE, cut, /\.(log|ldb|sqlite)$/),
};

/** What a closed profile stores of pages and in `storage.local`, kept until the end of the test. Returns what puts it back. */
export function keepStores(profile: string): Damage {
  const folders =
    BROWSER === 'chromium' ? ['Default/IndexedDB', 'Default/Local Extension Settings'] : ['storage/default'];
  const kept = mkdtempSync(join(tmpdir(), 'daily-papers-stores-'));
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
  for (const folder of folders) cpSync(join(profile, folder), join(kept, folder), { recursive: true });
  return (profile) => {
    for (const folder of folders) {
      rmSync(join(profile, folder), { recursive: true });
      cpSync(join(kept, folder), join(profile, folder), { recursive: true });
    }
  };
}
