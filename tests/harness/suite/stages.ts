import { runE2e } from '../../e2e/run-e2e';
import { checkAll, runTool, runVitest } from './commands';
import type { Counts } from './counts';

export interface Stage {
  name: string;
  /** Stages without which this one can say nothing: it is not run where one of them failed. */
  needs?: string[];
  run(): Promise<Counts>;
}

const generateParser = () => runTool('../tests/harness/generate-parser.mjs', []);
const build = (browser: string) => () => runTool('wxt/bin/wxt.mjs', ['build', '-b', browser]);

/** Everything `npm test` runs, cheapest first: who broke a type should not wait for two browsers. */
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
  { name: 'unit', run: () => runVitest(['--project', 'unit']) },
  { name: 'components', run: () => runVitest(['--project', 'components']) },
  { name: 'build for Chrome and Edge', run: () => checkAll(generateParser, build('chrome')) },
  { name: 'build for Firefox', run: () => checkAll(generateParser, build('firefox')) },
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
  { name: 'end to end in Chromium', needs: ['build for Chrome and Edge'], run: () => runE2e('chromium') },
  { name: 'end to end in Firefox', needs: ['build for Firefox'], run: () => runE2e('firefox') },
];
