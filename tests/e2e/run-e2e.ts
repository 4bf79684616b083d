import type { BrowserName } from '../harness/browsers/extension-browser';
import { ensureBrowser } from '../harness/browsers/find-browser';
import { type RunOptions, runVitest } from '../harness/suite/commands';
import { type Counts, ONE_FAILED, ONE_SKIPPED } from '../harness/suite/counts';

/**
 * Runs the end-to-end tests of one browser on the production build that lies in `.output`. A browser that can't be
 * had is a skip on a person's machine and a failure where CI is set: there somebody relies on the answer.
 * `filters` are vitest's: words of file names, `--exclude` and a pattern.
 */
export async function runE2e(browser: BrowserName, filters: string[] = [], options: RunOptions = {}): Promise<Counts> {
  const found = await ensureBrowser(browser, { install: true });
  if ('missing' in found) {
    console.log(`${process.env.CI ? 'Failed' : 'Skipped'}: no ${browser}. ${found.missing}`);
    return process.env.CI ? ONE_FAILED : ONE_SKIPPED;
  }
  return runVitest(['--config', 'vitest.e2e.config.ts', ...filters], { E2E_BROWSER: browser }, options);
}
