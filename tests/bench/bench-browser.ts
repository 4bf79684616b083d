import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, eventually } from '../harness/browsers/extension-browser';
import { launchChromium } from '../harness/browsers/launch-chromium';
import { toFeed } from '../harness/stand-in/feed';
import { startServer } from '../harness/stand-in/server';
import { createStandIn } from '../harness/stand-in/stand-in';
import type { Corpus } from './corpus';
import { writePlainExtension } from './plain-extension';
import { countStored, seed, waitForFirstSync } from './seed';

/** A browser with the product on a filled profile, and beside it the plain extension it is measured against. */
export interface Stage {
  product: ExtensionBrowser;
  /** Pages of either extension that run none of its code. */
  productPage: Page;
  plainPage: Page;
  /** How many papers are stored. */
  papers: number;
}

export interface Bench {
  version(): Promise<string>;
  /** Fills the profile up to so many papers and starts the browser again, as the user finds it in the morning. */
  fill(papers: number): Promise<Stage>;
  /** Throws when the product asked the feed for anything since the last `fill`: it had work to do while it was measured. */
  expectNoSync(): void;
  close(): Promise<void>;
}

/** Expects the product's build in `folder/product`; the plain extension and the profile are made beside it. */
export async function openBench(folder: string, corpus: Corpus): Promise<Bench> {
  const plain = join(folder, 'plain');
  writePlainExtension(plain);
  const standIn = createStandIn({ feed: toFeed({}) });
  // The first sync ends at its first request, and nothing writes while the profile is filled.
  standIn.play({ kind: 'rate-limited', resetSeconds: 3_600 });
  const server = await startServer(standIn);
  let product = await launchChromium({
    extension: join(folder, 'product'),
    profile: join(folder, 'profile'),
    standIn: server,
    // A debugger that attaches to each new worker or popup would be measured with it.
    attachWorker: false,
    attachPopup: false,
  });
  await waitForFirstSync(product);
  let before = 0;

  return {
    version: () => product.browser.version(),
    async fill(papers) {
      await seed(product, corpus, papers, before);
      before = papers;
      product = await product.relaunch();
      const productPage = await product.controlPage();
      const id = await product.browser.installExtension(plain);
      const plainPage = await product.browser.newPage();
      await plainPage.goto(`chrome-extension://${id}/manifest.json`);
      const stored = await countStored(product);
      if (stored !== papers) throw new Error(`${stored} papers are stored instead of ${papers}.`);
      // The badge of the browser's start is painted: what the start brings with it has been done.
      await eventually(async () => (await product.readBadge()).text !== '', { what: 'a badge' });
      standIn.clearLog();
      return { product, productPage, plainPage, papers };
    },
    expectNoSync() {
      const asked = standIn.feedRequests().length;
      if (asked > 0) throw new Error(`The product made ${asked} requests while it was measured.`);
    },
    async close() {
      await product.close();
      await server.close();
    },
  };
}
