import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** On two busy cores a month in virtual time takes more than the 5 seconds of vitest's default. */
const TEST_TIMEOUT_MS = 30_000;

/** Unit tests (Node, fake browser and database) and component tests (a light DOM). Real browsers: vitest.e2e.config.ts. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: TEST_TIMEOUT_MS,
          include: ['tests/unit/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          setupFiles: ['tests/harness/unit-setup.ts'],
        },
      },
      {
        // WxtVitest brings the aliases and the fake browser, but not the plugins of wxt.config.ts.
        plugins: [WxtVitest(), preact()],
        test: {
          name: 'components',
          environment: 'happy-dom',
          testTimeout: TEST_TIMEOUT_MS,
          include: ['tests/components/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.tsx'],
          setupFiles: ['tests/harness/unit-setup.ts', 'tests/harness/components-setup.ts'],
        },
      },
    ],
  },
});
