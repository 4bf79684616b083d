import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backgroundFiles, popupFiles } from '../../harness/bundle-files.mjs';

let build: string;

beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'daily-papers-build-'));
  write({
    'manifest.json': JSON.stringify({
      background: { service_worker: 'background.js' },
      action: { default_popup: 'popup.html' },
    }),
    'background.js': 'import{a}from"./chunks/shared-1.js";export{b}from"./chunks/deep-2.js";a()',
    'popup.html':
      '<script type="module" crossorigin src="/chunks/popup-3.js"></script>' +
      '<link rel="modulepreload" crossorigin href="/chunks/shared-1.js"><link rel="stylesheet" href="/assets/popup-4.css">',
    'chunks/popup-3.js': 'import{a}from"./shared-1.js";a(()=>import("./late-5.js"))',
    'chunks/shared-1.js': 'import"./deep-2.js";export const a=()=>{}',
    'chunks/deep-2.js': 'import"./shared-1.js";export const b=1',
    'chunks/late-5.js': 'export const late=1',
    'assets/popup-4.css': 'body{}',
  });
});

afterEach(() => rmSync(build, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(build, name)), { recursive: true });
    writeFileSync(join(build, name), text);
  }
}

const namesOf = (paths: string[]) => paths.map((path) => path.slice(build.length + 1)).sort();

describe('the files that count for a size limit', () => {
  it('are the background and whatever it imports, each once', () => {
    expect(namesOf(backgroundFiles(build))).toEqual(['background.js', 'chunks/deep-2.js', 'chunks/shared-1.js']);
  });

  it('are what the popup loads at once, without what it imports later', () => {
    expect(namesOf(popupFiles(build))).toEqual([
      'assets/popup-4.css',
      'chunks/deep-2.js',
      'chunks/popup-3.js',
      'chunks/shared-1.js',
      'popup.html',
    ]);
  });

  it('include the scripts of a Firefox event page', () => {
    write({ 'manifest.json': JSON.stringify({ background: { scripts: ['background.js'] } }) });
    expect(namesOf(backgroundFiles(build))).toContain('background.js');
  });

  it('refuse a popup that names no script, so that an empty sum can not pass', () => {
    write({ 'popup.html': '<p>nothing</p>' });
    expect(() => popupFiles(build)).toThrow('loads no script');
  });
});
