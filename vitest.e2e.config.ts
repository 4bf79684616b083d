import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const browser = process.env.E2E_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const otherBrowser = browser === 'firefox' ? 'chromium' : 'firefox';

/**
 * The production build in a real browser, chosen by E2E_BROWSER. `*.chromium.e2e.ts` and `*.firefox.e2e.ts` run in
 * that browser only, every other `*.e2e.ts` in both.
 */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    name: `e2e ${browser}`,
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts', 'tests/faults/**/*.e2e.ts'],
    exclude: [`**/*.${otherBrowser}.e2e.ts`],
    setupFiles: ['tests/harness/until-day-lasts.ts'],
    // One browser of a kind at a time; the test command runs the other kind beside it where there are two cores.
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});
