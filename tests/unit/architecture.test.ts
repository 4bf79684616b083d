import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One line of code in one file of a room, and words of the message that must name the door (null: allowed). */
type Row = [file: string, code: string, door: string | null];

const root = resolve(import.meta.dirname, '../..');

/** Every row of the import table, in both spellings of a path. */
const rows: Row[] = [
  ['lib/core/days/a.ts', "import '@/lib/db/feed-database';", 'Read through lib/db in lib/app'],
  ['lib/core/days/a.ts', "import '../../db/feed-database';", 'Read through lib/db in lib/app'],
  ['lib/core/days/a.ts', "import '@/lib/sources/huggingface/client';", 'Fetch through lib/sources in lib/app'],
  ['lib/core/days/a.ts', "import '../../sources/huggingface/client';", 'Fetch through lib/sources in lib/app'],
  ['lib/core/days/a.ts', "import '../../browser/tabs';", 'through lib/browser in lib/app'],
  ['lib/core/days/a.ts', "import { sync } from '@/lib/app/sync-papers';", 'Let lib/app call it'],
  ['lib/core/days/a.ts', "export { usePapers } from '../../ui/use-papers';", 'components show them'],
  ['lib/core/days/a.ts', "import type { Props } from '@/components/card';", 'components show them'],
  ['lib/core/days/a.ts', "import '../../../components/card';", 'components show them'],
  ['lib/core/days/a.ts', "import '@/lib/screens/popup/popup';", 'components show them'],
  ['lib/core/days/a.ts', "import '@/entrypoints/popup/main';", 'components show them'],
  ['lib/core/days/a.ts', "import Dexie from 'dexie';", 'The door to IndexedDB is lib/db'],
  ['lib/core/days/a.ts', "import { browser } from 'wxt/browser';", 'The door to the browser is lib/browser'],
  ['lib/core/days/a.ts', "import browser from 'webextension-polyfill';", 'The door to the browser is lib/browser'],
  ['lib/core/days/a.ts', "import { useState } from 'preact/hooks';", 'Preact belongs to components'],
  ['lib/core/days/a.ts', "import { readFileSync } from 'node:fs';", 'Node belongs to tests/harness'],
  ['lib/core/days/a.ts', "await import('@/lib/db/feed-database');", 'Read through lib/db in lib/app'],
  ['lib/core/days/a.ts', "import '@/lib/core/papers/paper';", 'Inside a room import by a relative path'],
  ['lib/core/days/a.ts', 'export const at = Date.now();', 'Take `now`'],
  ['lib/core/days/a.ts', 'export const clock = { now: Date.now };', 'Take `now`'],
  ['lib/core/days/a.ts', 'export const at = new Date();', 'Take `now`'],
  ['lib/core/days/a.ts', 'export const dice = Math.random();', 'Take `random`'],
  ['lib/core/days/a.ts', "export const answer = fetch('/');", 'The door to the network is lib/sources'],
  ['lib/core/days/a.ts', 'export const tabs = browser.tabs;', 'The door to the browser is lib/browser'],
  ['lib/core/days/a.ts', 'export const tabs = chrome.tabs;', 'The door to the browser is lib/browser'],
  ['lib/core/days/a.ts', 'export const names = indexedDB.databases;', 'The door to IndexedDB is lib/db'],
  ['lib/core/days/a.ts', "import '../papers/paper';", null],
  ['lib/core/days/a.ts', 'export const day = new Date(0);', null],

  ['lib/sources/huggingface/a.ts', "import '@/lib/db/feed-database';", 'together in lib/app'],
  ['lib/sources/huggingface/a.ts', "import '../../browser/tabs';", 'together in lib/app'],
  ['lib/sources/huggingface/a.ts', "import '@/lib/app/sync-papers';", 'let lib/app call this room'],
  ['lib/sources/huggingface/a.ts', "import '@/components/card';", 'knows no pages'],
  ['lib/sources/huggingface/a.ts', "import '../../core/days/day';", 'Across rooms import by @/'],
  ['lib/sources/huggingface/a.ts', "import '@/lib/core/days/day';", null],
  ['lib/sources/huggingface/a.ts', "export const answer = fetch('/');", null],

  ['lib/db/queries/a.ts', "import '@/lib/sources/huggingface/client';", 'together in lib/app'],
  ['lib/db/queries/a.ts', "import '../../browser/tabs';", 'together in lib/app'],
  ['lib/db/queries/a.ts', "import '../../ui/use-papers';", 'through lib/app or lib/ui'],
  ['lib/db/queries/a.ts', "import '@/lib/app/sync-papers';", 'let lib/app call this room'],
  ['lib/db/queries/a.ts', "import { browser } from 'wxt/browser';", 'The door to the browser is lib/browser'],
  ['lib/db/queries/a.ts', "import Dexie from 'dexie';", null],
  ['lib/db/queries/a.ts', "import '../feed-database';", null],
  ['lib/db/queries/a.ts', "import '@/lib/core/days/day';", null],

  ['lib/browser/a.ts', "import '@/lib/db/feed-database';", 'together in lib/app'],
  ['lib/browser/a.ts', "import '../sources/huggingface/client';", 'together in lib/app'],
  ['lib/browser/a.ts', "import '../app/sync-papers';", 'let lib/app call this room'],
  ['lib/browser/a.ts', "import Dexie from 'dexie';", 'The door to IndexedDB is lib/db'],
  ['lib/browser/a.ts', "import { browser } from 'wxt/browser';", null],
  ['lib/browser/a.ts', "import '@/lib/core/days/day';", null],

  ['lib/app/a.ts', "import '@/lib/ui/use-papers';", 'live queries of lib/ui'],
  ['lib/app/a.ts', "import '../screens/popup/popup';", 'Let lib/screens call it'],
  ['lib/app/a.ts', "import '../../components/card';", 'Let lib/screens call it'],
  ['lib/app/a.ts', "import Dexie from 'dexie';", 'The door to IndexedDB is lib/db'],
  ['lib/app/a.ts', "import { browser } from 'wxt/browser';", 'The door to the browser is lib/browser'],
  ['lib/app/a.ts', "import '../db/writes/feed';", 'Across rooms import by @/'],
  ['lib/app/a.ts', "import '@/lib/db/writes/feed';", null],
  ['lib/app/a.ts', "import '@/lib/sources/huggingface/client';", null],
  ['lib/app/a.ts', "import '@/lib/browser/badge';", null],
  ['lib/app/a.ts', "import '@/lib/core/days/day';", null],

  ['lib/ui/a.ts', "import '@/lib/db/writes/feed';", 'through lib/db/queries'],
  ['lib/ui/a.ts', "import '../db/writes/feed';", 'through lib/db/queries'],
  ['lib/ui/a.ts', "import '@/lib/db/feed-database';", 'through lib/db/queries'],
  ['lib/ui/a.ts', "import '@/lib/sources/huggingface/client';", 'Ask lib/app for a sync'],
  ['lib/ui/a.ts', "import '@/lib/browser/tabs';", 'lib/screens may call lib/browser'],
  ['lib/ui/a.ts', "import '../app/mark';", 'lib/screens calls lib/app'],
  ['lib/ui/a.ts', "import '@/components/card';", 'lib/screens hands them to components'],
  ['lib/ui/a.ts', "import '@/lib/db/queries/papers';", null],
  ['lib/ui/a.ts', "import '@/lib/core/days/day';", null],
  ['lib/ui/a.ts', "import { useState } from 'preact/hooks';", null],

  ['components/cards/a.tsx', "import '@/lib/db/queries/papers';", 'lib/screens reads and acts for it'],
  ['components/cards/a.tsx', "import '@/lib/sources/huggingface/client';", 'lib/screens reads and acts for it'],
  ['components/cards/a.tsx', "import '../../lib/browser/tabs';", 'lib/screens reads and acts for it'],
  ['components/cards/a.tsx', "import '@/lib/app/mark';", 'connects it to the use case of lib/app'],
  ['components/cards/a.tsx', "import '../../lib/ui/use-papers';", 'calls the hook of lib/ui'],
  ['components/cards/a.tsx', "import '@/lib/screens/popup/popup';", 'lib/screens puts components together'],
  ['components/cards/a.tsx', "import { browser } from 'wxt/browser';", 'called by lib/screens'],
  ['components/cards/a.tsx', "import { liveQuery } from 'dexie';", 'read through lib/ui'],
  ['components/cards/a.tsx', "export const answer = fetch('/');", 'The door to the network is lib/sources'],
  ['components/cards/a.tsx', "import '../../lib/core/days/day';", 'Across rooms import by @/'],
  ['components/cards/a.tsx', "import '@/lib/core/days/day';", null],
  ['components/cards/a.tsx', "import '../controls/button';", null],

  ['lib/screens/popup/a.tsx', "import '@/lib/db/queries/papers';", 'through the hooks of lib/ui'],
  ['lib/screens/popup/a.tsx', "import '../../db/writes/feed';", 'through the use cases of lib/app'],
  ['lib/screens/popup/a.tsx', "import '@/lib/sources/huggingface/client';", 'Ask lib/app for a sync'],
  ['lib/screens/popup/a.tsx', "import '@/entrypoints/popup/main';", 'The entrypoint imports the screen'],
  ['lib/screens/popup/a.tsx', "import { browser } from 'wxt/browser';", 'The door to the browser is lib/browser'],
  ['lib/screens/popup/a.tsx', "import '../../ui/use-papers';", 'Across rooms import by @/'],
  ['lib/screens/popup/a.tsx', "import '@/lib/ui/use-papers';", null],
  ['lib/screens/popup/a.tsx', "import '@/lib/app/mark';", null],
  ['lib/screens/popup/a.tsx', "import '@/lib/browser/tabs';", null],
  ['lib/screens/popup/a.tsx', "import '@/components/cards/card';", null],
  ['lib/screens/popup/a.tsx', "import '../style/page.css';", null],

  ['entrypoints/background/a.ts', "import '@/lib/db/feed-database';", 'lib/app reads and writes the database'],
  ['entrypoints/background/a.ts', "import '@/lib/sources/huggingface/client';", 'lib/app fetches'],
  ['entrypoints/background/a.ts', "import '@/components/cards/card';", 'The background has no pages'],
  ['entrypoints/background/a.ts', "import '@/lib/screens/popup/popup';", 'The background has no pages'],
  ['entrypoints/background/a.ts', "import '@/lib/ui/use-papers';", 'The background has no pages'],
  ['entrypoints/background/a.ts', "import { h } from 'preact';", 'The background has no pages'],
  ['entrypoints/background/a.ts', "import '../popup/main';", 'Entrypoints share nothing but lib'],
  ['entrypoints/background/a.ts', "import '@/lib/app/sync-papers';", null],
  ['entrypoints/background/a.ts', "import '@/lib/browser/alarms';", null],
  ['entrypoints/background/a.ts', "import '@/lib/core/days/day';", null],
  ['entrypoints/background/a.ts', "import { defineBackground } from 'wxt/utils/define-background';", null],
  ['entrypoints/background/a.ts', "import './handlers';", null],

  ['entrypoints/popup/a.tsx', "import '@/lib/app/mark';", 'mounts one screen of lib/screens'],
  ['entrypoints/popup/a.tsx', "import '@/lib/ui/use-papers';", 'mounts one screen of lib/screens'],
  ['entrypoints/popup/a.tsx', "import '@/lib/core/days/day';", 'mounts one screen of lib/screens'],
  ['entrypoints/popup/a.tsx', "import '@/components/cards/card';", 'mounts one screen of lib/screens'],
  ['entrypoints/popup/a.tsx', "import '../../lib/db/feed-database';", 'mounts one screen of lib/screens'],
  ['entrypoints/popup/a.tsx', "import '../options/main';", 'mounts one screen of lib/screens'],
  ['entrypoints/popup/a.tsx', "import { browser } from 'wxt/browser';", 'The door to the browser is lib/browser'],
  ['entrypoints/popup/a.tsx', "import '@/lib/screens/popup/popup';", null],
  ['entrypoints/popup/a.tsx', "import './style.css';", null],
];

/** What the linter said, by file: the rules of the import table only. */
let messages: Map<string, string[]>;
let tree: string;

/** Each row becomes a file of its own, in its room of a tree that holds nothing but the linter's configuration. */
function fileOf(index: number): string {
  const [file] = rows[index] as Row;
  return file.replace('/a.', `/row${index}.`);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'daily-papers-lint-'));
  for (const path of ['biome.jsonc', 'tests/harness/lint'])
    cpSync(join(root, path), join(tree, path), { recursive: true });
  rows.forEach(([, code], index) => {
    mkdirSync(dirname(join(tree, fileOf(index))), { recursive: true });
    writeFileSync(join(tree, fileOf(index)), `${code}\n`);
  });
  messages = lint();
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

function lint(): Map<string, string[]> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = [
    '--vcs-enabled=false',
    '--colors=off',
    '--max-diagnostics=none',
    '--skip=correctness',
    '--skip=nursery',
  ];
  const run = spawnSync(process.execPath, [biome, 'lint', ...options, '.'], { cwd: tree, encoding: 'utf8' });
  const found = new Map<string, string[]>();
  // The JSON reporter leaves out the notes, where a refused global names its door: read what a person reads.
  for (const report of run.stderr.split(/^(?=\S+:\d+:\d+ )/m)) {
    const path = /^(\S+?):\d+:\d+ /.exec(report)?.[1];
    if (path) found.set(path, [...(found.get(path) ?? []), report]);
  }
  return found;
}

describe('the import table', () => {
  it.each(rows.map(([file, code, door], index) => ({ file, code, door, index })).filter(({ door }) => door !== null))(
    'refuses $code in $file and names the door',
    ({ index, door }) => {
      expect(messages.get(fileOf(index)) ?? []).toContainEqual(expect.stringContaining(String(door)));
    },
  );

  it.each(rows.map(([file, code, door], index) => ({ file, code, door, index })).filter(({ door }) => door === null))(
    'allows $code in $file',
    ({ index }) => {
      expect(messages.get(fileOf(index)) ?? []).toEqual([]);
    },
  );
});
