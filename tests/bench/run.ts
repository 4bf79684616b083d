import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../harness/browsers/find-browser';
import { findBuildProblem } from '../harness/build-age';
import { runTool } from '../harness/suite/commands';
import { openBench } from './bench-browser';
import { openCorpus } from './corpus';
import { type Figure, isMet, LIMITS, toGrowthLine, toLine } from './limits';
import { type LimitKey, measureSize } from './measure-size';

/** Stored papers: half a year of the feed, all of it, and years to come. The limits bind at the second. */
const SIZES = [1_000, 20_000, 100_000];
const BINDING = 20_000;
const BUILD = '.output/chrome-mv3';

/**
 * `npm run bench`: the limits on speed, in a real Chromium with the production build. Exits with 1 where one is missed.
 * `npm run bench -- typing popup` measures those alone.
 */
const known = Object.keys(LIMITS) as LimitKey[];
const asked = process.argv.slice(2);
const stranger = asked.find((name) => !known.some((key) => key === name));
if (stranger !== undefined) {
  console.error(`There is no limit "${stranger}". Known are: ${known.join(', ')}.`);
  process.exit(1);
}
const keys = known.filter((key) => asked.length === 0 || asked.includes(key));
const found = await ensureBrowser('chromium', { install: true });
if ('missing' in found) {
  console.error(found.missing);
  process.exit(1);
}
const problem = findBuildProblem(BUILD);
if (problem) {
  console.log(`${problem} Building it.`);
  const made =
    (await runTool('../tests/harness/generate-parser.mjs', [])) === 0 &&
    (await runTool('wxt/bin/wxt.mjs', ['build'])) === 0;
  if (!made) process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'daily-papers-bench-'));
const figures = new Map<LimitKey, Figure[]>(keys.map((key) => [key, []]));
try {
  // A build made meanwhile must not change under the browser.
  cpSync(BUILD, join(folder, 'product'), { recursive: true });
  const corpus = openCorpus();
  const bench = await openBench(folder, corpus);
  const [load = 0] = loadavg();
  console.log(`${await bench.version()}, ${availableParallelism()} cores, load ${load.toFixed(1)}, ${corpus.origin}`);
  try {
    for (const papers of SIZES) {
      const stored = await bench.fill(papers);
      const measured = await measureSize(bench, stored, keys);
      for (const key of keys) {
        const figure = measured[key];
        if (!figure) continue;
        figures.get(key)?.push(figure);
        console.log(toLine(LIMITS[key], figure));
      }
    }
  } finally {
    await bench.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

const entries = [...figures];
for (const [key, measured] of entries) console.log(toGrowthLine(LIMITS[key], measured));
const missed = entries.filter(([key, measured]) =>
  measured.some((figure) => figure.papers === BINDING && !isMet(LIMITS[key], figure)),
);
process.exitCode = missed.length > 0 ? 1 : 0;
