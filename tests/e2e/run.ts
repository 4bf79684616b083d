import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../harness/browsers/extension-browser';
import { toSummary } from '../harness/suite/counts';
import { runE2e } from './run-e2e';

/** `npm run e2e -- --browser firefox [words of file names]`; Chromium where no browser is named. */
const { values, positionals } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' } },
  allowPositionals: true,
});
const builds: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  console.error(`There is no browser "${values.browser}". Known are: chromium, firefox.`);
  process.exitCode = 1;
} else if (!existsSync(`.output/${builds[values.browser]}/manifest.json`)) {
  console.error('There is no build to test. Run `npm run build` and `npm run build:firefox` first.');
  process.exitCode = 1;
} else {
  const counts = await runE2e(values.browser, positionals);
  console.log(toSummary(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
