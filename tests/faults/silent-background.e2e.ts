import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useWorldWithBackground } from '../e2e/support/other-background';
import { untilPopup } from '../e2e/support/popup-page';
import { readMeta, untilListed, untilSynced } from '../e2e/support/stores';
import { storeDays } from '../e2e/support/synced-world';
import { toFirstDays } from '../e2e/support/world';

/** Firefox tells the asking page when the answering function is collected as garbage: it is kept. */
const SILENT_BACKGROUND = `
  const kept = [];
  (globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, answer) => {
    kept.push(answer);
    return true;
  });
`;

describe('FAULTS 5: the worker can’t be reached', () => {
  it('lets the popup read the feed by itself, list it at once the next time, and say that nobody answers', async () => {
    const world = await useWorldWithBackground(SILENT_BACKGROUND);
    const first = await world.browser.openPopupTab();
    await untilListed(world, world.today, 3);
    await untilPopup(first, 'the list', ({ cards }) => cards.length === 3);
    expect((await readMeta(world)).hold).toBeDefined();
    await storeDays(world, toFirstDays(world.today).slice(1));
    await untilSynced(world);
    await first.close();

    const watching = watchPopup(await world.browser.controlPage());
    await world.browser.openPopup();
    const { loadedAt, listedAt, silentAt } = await watching;
    // The handshake gives the background 2.5 s; the list waits for none of it.
    expect(listedAt - loadedAt).toBeLessThan(2_000);
    expect(silentAt - listedAt).toBeGreaterThan(1_000);
  });
});

declare const self: { browser?: ExtensionApi; chrome: ExtensionApi };
interface ExtensionApi {
  extension: { getViews(): Window[] };
}

/** Moments (ms) of the next popup: loaded, papers listed, nobody answers. Seen from beside it: we are too slow from here. */
function watchPopup(page: Page): Promise<{ loadedAt: number; listedAt: number; silentAt: number }> {
  return page.evaluate(async () => {
    const moments = { loadedAt: 0, listedAt: 0, silentAt: 0 };
    while (moments.silentAt === 0) {
      for (const { location, document } of (self.browser ?? self.chrome).extension.getViews()) {
        if (!location.pathname.endsWith('/popup.html')) continue;
        if (document.readyState === 'complete') moments.loadedAt ||= performance.now();
        if (document.querySelector('[data-paper]')) moments.listedAt ||= performance.now();
        if (/not updating by itself/i.test(document.body?.textContent ?? '')) moments.silentAt = performance.now();
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return moments;
  });
}
