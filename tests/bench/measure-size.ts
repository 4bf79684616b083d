import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Stage } from './bench-browser';
import { type Figure, type LIMITS, toMedian } from './limits';
import { bundleMatching, measureMatching } from './measure-matching';
import { measureFirstCard, measurePlainPopup } from './measure-popup';
import { measureColdAnswer } from './measure-worker';

const OPENINGS = 21;
const WAKES = 25;
const COUNTING_PAGES = 9;
/** Not counted: the first runs fill the browser's caches, as anybody's second click of the day does. */
const WARM_UPS = 2;
/** A profile that has just been filled is still being tidied by the database. */
const SETTLE_MS = 3_000;

/** Measures every limit on one filled profile. */
export async function measureSize(bench: Bench, stage: Stage): Promise<Record<keyof typeof LIMITS, Figure>> {
  const { product, productPage, plainPage, papers } = stage;
  await wait(SETTLE_MS);
  const popup = await measurePair(
    OPENINGS,
    () => measurePlainPopup(plainPage),
    () => measureFirstCard(productPage),
  );
  const worker = await measurePair(
    WAKES,
    () => measureColdAnswer(product, plainPage),
    () => measureColdAnswer(product, productPage),
  );
  const script = await bundleMatching();
  const counts: number[][] = [];
  for (let i = 0; i < COUNTING_PAGES; i++) counts.push(await measureMatching(product, script));
  bench.expectNoSync();
  return {
    popup: { papers, ...popup },
    worker: { papers, ...worker },
    matching: {
      papers,
      value: toMedian(counts.flat()),
      detail: `the first count of a fresh page took ${toMedian(counts.map(([first = 0]) => first)).toFixed(1)} ms`,
    },
  };
}

/** Both in turn, so that whatever else the machine does slows both. The ratio of the medians. */
async function measurePair(
  times: number,
  measurePlain: () => Promise<number>,
  measureProduct: () => Promise<number>,
): Promise<Pick<Figure, 'value' | 'detail'>> {
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
