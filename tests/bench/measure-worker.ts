import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../harness/browsers/extension-browser';

/** The browser is busy for a moment after it has ended a worker. */
const SETTLE_MS = 150;

/** Time from `{kind: 'ping'}` sent by a page of the extension to the answer, with no worker running before. */
export async function measureColdAnswer(extension: ExtensionBrowser, page: Page): Promise<number> {
  // Ends the workers of every extension in the browser.
  await extension.killWorker();
  await wait(SETTLE_MS);
  return page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } })
      .chrome;
    const since = performance.now();
    const answer = await runtime.sendMessage({ kind: 'ping' });
    const took = performance.now() - since;
    if ((answer as { kind?: unknown } | undefined)?.kind !== 'pong') throw new Error(`No pong but ${answer}`);
    return took;
  });
}
