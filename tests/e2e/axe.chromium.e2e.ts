import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilStill } from '../harness/start/photograph';
import { type Theme, toStateTitle } from '../harness/states/state';
import { STATES } from '../harness/states/table';
import { visitState } from '../harness/states/visit';
import { openWorld, type StateWorld, WORLDS } from '../harness/states/worlds';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const COLOUR = ['color-contrast', 'link-in-text-block'];
/** Style sheets are not loaded a second time: of the rules that run none reads them. */
const SHARED: RunOptions = { resultTypes: ['violations'], preload: { assets: ['media'] } };
/** Everything axe looks at by itself, best practices too, and the size of targets. */
const ALL_RULES: RunOptions = { ...SHARED, rules: { 'target-size': { enabled: true } } };
const ALL_BUT_COLOUR: RunOptions = {
  ...SHARED,
  rules: { ...ALL_RULES.rules, ...Object.fromEntries(COLOUR.map((rule) => [rule, { enabled: false }])) },
};
/** What the theme decides. */
const COLOUR_RULES: RunOptions = { ...SHARED, runOnly: COLOUR };

/** Cards are all made alike: of a day with a hundred, the first say all, and axe measures everything for each colour. */
const FURTHER_CARDS = '.papers > article:nth-of-type(n + 6)';
/** One of each kind of list: there every card is looked at, but for its colours. */
const WHOLE_LISTS = ['today', 'a dense day', 'starred, with the way back', 'search', '320 px'].map(
  (name) => `popup: ${name}`,
);

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

it('looks at whole lists of states that are there', () => {
  expect(STATES.map(toStateTitle)).toEqual(expect.arrayContaining(WHOLE_LISTS));
});

describe.each(WORLDS)('axe, where the feed is: %s', (name) => {
  let world: StateWorld;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  for (const state of STATES.filter((known) => known.world === name)) {
    it(`finds nothing in ${toStateTitle(state)}, light and dark`, async () => {
      const found: Record<Theme, string[]> = { light: [], dark: [] };
      await visitState(state, world, async (page, theme) => {
        const look = async (rules: RunOptions) => found[theme].push(...(await findViolations(page, rules)));
        if (theme === 'dark') return void (await look(COLOUR_RULES));
        await waitUntilStill(page, 100);
        await page.evaluate(AXE);
        const isWhole = WHOLE_LISTS.includes(toStateTitle(state));
        if (isWhole) await look(ALL_BUT_COLOUR);
        await takeAway(page, FURTHER_CARDS);
        await look(isWhole ? COLOUR_RULES : ALL_RULES);
      });
      expect(found).toEqual({ light: [], dark: [] });
    });
  }
});

/** Only the look of axe comes after: the page itself is not asked for anything any more. */
function takeAway(page: Page, selector: string): Promise<void> {
  return page.evaluate((selector) => {
    for (const element of document.querySelectorAll(selector)) element.remove();
  }, selector);
}

/** Each violation with its first elements: rule, where, why. */
async function findViolations(page: Page, options: RunOptions): Promise<string[]> {
  const violations = await page.evaluate(async (options) => (await axe.run(options)).violations, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
  );
}
