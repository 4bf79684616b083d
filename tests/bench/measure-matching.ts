import { resolve } from 'node:path';
import { build } from 'vite';
import { toUtcDay } from '@/lib/core/days/day';
import type { ExtensionBrowser } from '../harness/browsers/extension-browser';
import type { timeMatching } from './matching-page';
import { toBenchTopics } from './topics';

const ROOT = resolve(import.meta.dirname, '../..');
const MATCHED_PAPERS = 100;
const MATCHED_TOPICS = 50;
/** A first sync reads 15 days and counts after each. */
const COUNTS_A_PAGE = 15;

declare const bench: { timeMatching: typeof timeMatching };

/** The matcher of lib/core, minified as in the product, as a script that a page can run. */
export async function bundleMatching(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, 'matching-page.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [bundle] = [output].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output.find((file) => file.type === 'chunk') : undefined;
  if (!chunk) throw new Error('The matcher could not be bundled.');
  // `var bench` of a strict script would be lost at the end of the evaluation.
  return `${chunk.code}\n;globalThis.bench = bench;`;
}

/** Counts 100 new papers against 50 topics in a fresh page, again and again; the first count has all code to compile. */
export async function measureMatching(extension: ExtensionBrowser, script: string): Promise<number[]> {
  const page = await extension.openPage('manifest.json');
  try {
    await page.evaluate(script);
    const { tookMs, papers, matches } = await page.evaluate(
      (...args: Parameters<typeof timeMatching>) => bench.timeMatching(...args),
      toBenchTopics(MATCHED_TOPICS),
      MATCHED_PAPERS,
      COUNTS_A_PAGE,
      toUtcDay(Date.now()),
    );
    if (papers !== MATCHED_PAPERS || matches === 0) throw new Error(`${matches} matches in ${papers} papers`);
    return tookMs;
  } finally {
    await page.close();
  }
}
