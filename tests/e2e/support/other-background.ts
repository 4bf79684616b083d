import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { toExtensionDirectory } from '../../harness/browsers/extension-browser';
import { BROWSER, useWorld, type World } from './world';

/** A world with the production build, all but its background: that is `script`. It opens no page at install. */
export async function useWorldWithBackground(script: string): Promise<World> {
  const copy = mkdtempSync(join(tmpdir(), 'daily-papers-background-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(toExtensionDirectory(BROWSER, {}), copy, { recursive: true });
  writeFileSync(join(copy, 'background.js'), script);
  return useWorld({ launch: { extension: copy, keepWelcome: true } });
}
