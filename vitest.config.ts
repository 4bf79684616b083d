import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Against what hangs, not what is slow: on two cores with a load of 15 a test that computes for 6 seconds was seen to take
 * 103. Those that compute for longer say so themselves.
 */
const TEST_TIMEOUT_MS = 120_000;

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
