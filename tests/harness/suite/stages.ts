import { availableParallelism } from 'node:os';
import { runE2e } from '../../e2e/run-e2e';
import { checkAll, runTool, runVitest } from './commands';
import type { Stage } from './run-stages';

const generateParser = () => runTool('../tests/harness/generate-parser.mjs', []);
const build = (browser: string) => () => runTool('wxt/bin/wxt.mjs', ['build', '-b', browser]);

/** A processor is left to the browser, and what it wants of the others it gets first: its tests look at the clock. */
const runBeside = (project: string) =>
  runVitest(['--project', project, `--maxWorkers=${Math.max(1, availableParallelism() - 1)}`], {}, { yields: true });

/** It looks at pages that stand still, for as long as all the others take: nothing in it depends on the clock. */
const AXE = 'axe.chromium.e2e.ts';

/**
 * Everything `npm test` runs, cheapest first: who broke a type should not wait for two browsers. Those wait more than
 * they compute: behind the builds the tests of each run beside those of the other, and what looks at no clock beside both,
 * yielding to them. Nothing beside the builds, which write files that are read here.
 */
export const STAGES: Stage[] = [
  {
    name: 'types',
    run: () =>
      checkAll(
        generateParser,
        () => runTool('wxt/bin/wxt.mjs', ['prepare']),
        () => runTool('typescript/bin/tsc', ['--noEmit']),
      ),
  },
  {
    name: 'lint',
    run: () => checkAll(() => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
  },
  { name: 'dead code', run: () => checkAll(() => runTool('knip/bin/knip.js', [])) },
  { name: 'build for Chrome and Edge', run: () => checkAll(generateParser, build('chrome')) },
  { name: 'build for Firefox', run: () => checkAll(generateParser, build('firefox')) },
  { name: 'unit', beside: 'calm', run: () => runBeside('unit') },
  { name: 'components', beside: 'calm', run: () => runBeside('components') },
  {
    name: 'axe in Chromium',
    needs: ['build for Chrome and Edge'],
    beside: 'calm',
    run: () => runE2e('chromium', [AXE], { yields: true }),
  },
  {
    name: 'end to end in Firefox',
    needs: ['build for Firefox'],
    beside: 'Firefox',
    run: () => runE2e('firefox'),
  },
  {
    name: 'size limits',
    needs: ['build for Chrome and Edge', 'build for Firefox'],
    run: () => checkAll(() => runTool('size-limit/bin.js', [])),
  },
  {
    name: 'add-on lint',
    needs: ['build for Firefox'],
    run: () => checkAll(() => runTool('web-ext/bin/web-ext.js', ['lint', '--source-dir', '.output/firefox-mv3'])),
  },
  {
    name: 'end to end in Chromium',
    needs: ['build for Chrome and Edge'],
    run: () => runE2e('chromium', ['--exclude', `**/${AXE}`]),
  },
];
