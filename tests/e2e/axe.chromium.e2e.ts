import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilStill } from '../harness/start/photograph';
import { toStateTitle } from '../harness/states/state';
import { STATES } from '../harness/states/table';
import { visitState } from '../harness/states/visit';
import { openWorld, type StateWorld, WORLDS } from '../harness/states/worlds';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything axe looks at by itself, best practices too, and the size of targets. */
const ALL_RULES: RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
/** Cards are all made alike: of a day with a hundred, the first say all, and axe measures the colour of every word. */
const CONTEXT = { exclude: ['.papers > article:nth-of-type(n + 6)'] };
/** What the theme decides. */
const COLOUR_RULES: RunOptions = { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] };

declare const axe: { run(context: object, options: RunOptions): Promise<AxeResults> };

describe.each(WORLDS)('axe, where the feed is: %s', (name) => {
  let world: StateWorld;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  for (const state of STATES.filter((known) => known.world === name)) {
    it(`finds nothing in ${toStateTitle(state)}, light and dark`, async () => {
      const found: Record<string, string[]> = {};
      await visitState(state, world, async (page, theme) => {
        if (theme === 'light') {
          await waitUntilStill(page, 100);
          await page.evaluate(AXE);
        }
        found[theme] = await findViolations(page, theme === 'light' ? ALL_RULES : COLOUR_RULES);
      });
      expect(found).toEqual({ light: [], dark: [] });
    });
  }
});

/** Each violation with its first elements: rule, where, why. */
async function findViolations(page: Page, options: RunOptions): Promise<string[]> {
  const violations = await page.evaluate(
    async (context, options) => (await axe.run(context, options)).violations,
    CONTEXT,
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
  );
}
