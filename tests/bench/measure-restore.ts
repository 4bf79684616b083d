import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import type { Status } from '@/lib/core/papers/status';
import { eventually } from '../harness/browsers/extension-browser';
import type { Stage } from './bench-browser';
import type { Figure } from './limits';
import { clearMarks, MARK_PREFIX } from './marked-papers';

/** When what happened, by the page's own clock; all asked of the page itself. */
interface Notes {
  chosenAt: number;
  offeredAt: number;
  pressedAt: number;
  restoredAt: number;
}
declare const notes: Notes;

const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * A backup with as many marked papers as are stored, each with a note, restored into a profile without them: from the
 * choice of the file to its preview, and from the press of the button to the end.
 */
export async function measureRestore({ product, papers }: Stage): Promise<Pick<Figure, 'value' | 'detail'>> {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-restore-'));
  const page = await product.openPage('options.html#data');
  try {
    const path = join(folder, 'backup.json');
    const data = { statuses: Array.from({ length: papers }, (_, i) => toStatus(i)), topics: [], settings: [] };
    const { text } = await toBackupFile(data, { at: Date.now(), app: '0.1.0' }, digest);
    writeFileSync(path, text);
    await page.bringToFront();
    const input = await page.waitForSelector('.file-button input');
    await page.evaluate(takeNotes);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    const readMs = await toTime(page, 'chosenAt', 'offeredAt');
    await page.click('.restore-dialog .button-solid');
    const writtenMs = await toTime(page, 'pressedAt', 'restoredAt');
    return {
      value: (readMs + writtenMs) / 1_000,
      detail: `${(text.length / 1e6).toFixed(1)} MB: to the preview ${readMs.toFixed(0)} ms, restored ${writtenMs.toFixed(0)} ms`,
    };
  } finally {
    await page.close();
    await clearMarks(product);
    rmSync(folder, { recursive: true, force: true });
  }
}

function toStatus(i: number): Status {
  const at = 1_700_000_000_000 + i;
  return {
    paperId: `${MARK_PREFIX}${2_301_00000 + i}`,
    title: `A title of a paper as long as most of them are, about agents that plan and ${i} tools`,
    link: `https://huggingface.co/papers/2301.${i}`,
    read: { value: true, at },
    ...(i % 3 === 0 ? { starred: { value: true, at } } : {}),
    note: { value: `What I thought of number ${i}: “naïve”, but 𝔘nicode.`, at },
  };
}

async function toTime(page: Page, from: keyof Notes, to: keyof Notes): Promise<number> {
  return eventually(
    async () => {
      const told = await page.evaluate(() => ({ ...notes }));
      return told[to] > 0 ? told[to] - told[from] : undefined;
    },
    { timeoutMs: 300_000, everyMs: 200, what: `the moment ${to}` },
  );
}

/** Runs in the page. */
function takeNotes(): void {
  const own: Notes = { chosenAt: 0, offeredAt: 0, pressedAt: 0, restoredAt: 0 };
  Object.assign(globalThis, { notes: own });
  addEventListener('change', () => (own.chosenAt ||= performance.now()), { capture: true });
  addEventListener('click', () => (own.pressedAt = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (document.querySelector('.restore-dialog[open]')) own.offeredAt ||= performance.now();
    else if (own.offeredAt > 0 && document.querySelector('.undo-bar')) own.restoredAt ||= performance.now();
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}
