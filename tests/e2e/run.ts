import { parseArgs } from 'node:util';
import type { BrowserName } from '../harness/browsers/extension-browser';
import { findBuildProblem } from '../harness/build-age';
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
} else {
  // An old build would pass tests of code it does not hold.
  const problem = findBuildProblem(`.output/${builds[values.browser]}`);
  if (problem) {
    console.error(`${problem} Run \`npm run ${values.browser === 'firefox' ? 'build:firefox' : 'build'}\` first.`);
    process.exitCode = 1;
  } else {
    const counts = await runE2e(values.browser, positionals);
    console.log(toSummary(counts));
    process.exitCode = counts.failed > 0 ? 1 : 0;
  }
}
