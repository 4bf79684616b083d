import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Stage } from './bench-browser';
import { type Figure, type LIMITS, toMedian } from './limits';
import { measureClick, measureCopyBytes } from './measure-copy';
import { bundleMatching, measureMatching } from './measure-matching';
import { measureFirstCard, measurePlainPopup } from './measure-popup';
import { measureRestore, measureRestoredPapers } from './measure-restore';
import { measureTyping } from './measure-typing';
import { measureColdAnswer } from './measure-worker';

const OPENINGS = 21;
/** Before the first badge of a browser's life was painted; held against no limit. */
const COLD_OPENINGS = 9;
const WAKES = 25;
const COUNTING_PAGES = 9;
/** Not counted: the first runs fill the browser's caches, as anybody's second click of the day does. */
const WARM_UPS = 2;
/** A profile that has just been filled is still being tidied by the database. */
const SETTLE_MS = 3_000;

export type LimitKey = keyof typeof LIMITS;

/** Measures the named limits on one filled profile. */
export async function measureSize(
  bench: Bench,
  stage: Stage,
  keys: readonly LimitKey[],
): Promise<Partial<Record<LimitKey, Figure>>> {
  await wait(SETTLE_MS);
  const figures: Partial<Record<LimitKey, Figure>> = {};
  for (const key of keys) figures[key] = { papers: stage.papers, ...(await MEASURES[key](stage)) };
  bench.expectNoSync();
  return figures;
}

type Measured = Pick<Figure, 'value' | 'detail'>;

const MEASURES: Record<LimitKey, (stage: Stage) => Promise<Measured>> = {
  async popup({ plainPage, productPage }) {
    const measured = await measurePair(
      OPENINGS,
      () => measurePlainPopup(plainPage),
      () => measureFirstCard(productPage),
    );
    const cold: number[] = [];
    for (let i = 0; i < COLD_OPENINGS; i++) cold.push(await measureFirstCard(productPage, { kept: false }));
    return { ...measured, detail: `${measured.detail}; without a kept list ${toMedian(cold).toFixed(1)} ms` };
  },
  worker: ({ product, plainPage, productPage }) =>
    measurePair(
      WAKES,
      () => measureColdAnswer(product, plainPage),
      () => measureColdAnswer(product, productPage),
    ),
  async matching({ product }) {
    const script = await bundleMatching();
    const counts: number[][] = [];
    for (let i = 0; i < COUNTING_PAGES; i++) counts.push(await measureMatching(product, script));
    return {
      value: toMedian(counts.flat()),
      detail: `the first count of a fresh page took ${toMedian(counts.map(([first = 0]) => first)).toFixed(1)} ms`,
    };
  },
  typing: ({ product }) => measureTyping(product),
  click: measureClick,
  copied: measureCopyBytes,
  restore: measureRestore,
  papers: measureRestoredPapers,
};

/** Both in turn, so that whatever else the machine does slows both. The ratio of the medians. */
async function measurePair(
  times: number,
  measurePlain: () => Promise<number>,
  measureProduct: () => Promise<number>,
): Promise<Measured> {
  const plain: number[] = [];
  const product: number[] = [];
  for (let i = -WARM_UPS; i < times; i++) {
    const [plainMs, productMs] = [await measurePlain(), await measureProduct()];
    if (i < 0) continue;
    plain.push(plainMs);
    product.push(productMs);
  }
  const [ours, theirs] = [toMedian(product), toMedian(plain)];
  return { value: ours / theirs, detail: `${ours.toFixed(1)} ms over ${theirs.toFixed(1)} ms` };
}
