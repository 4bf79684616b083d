import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { BackupData, BackupPaper } from '@/lib/core/backup/backup';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { toUtcDay } from '@/lib/core/days/day';
import type { Status } from '@/lib/core/papers/status';
import { type ExtensionBrowser, eventually } from '../harness/browsers/extension-browser';
import type { Stage } from './bench-browser';
import { openCorpus } from './corpus';
import type { Figure } from './limits';
import { clearMarks, MARK_PREFIX } from './marked-papers';
import { startRecording } from './record-tasks';
import { toDayRows, toFeedDays } from './stored-rows';

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
  const data = { statuses: Array.from({ length: papers }, (_, i) => toStatus(i)), topics: [], settings: [] };
  try {
    const { mb, readMs, writtenMs } = await restoreIn(product, data);
    return {
      value: (readMs + writtenMs) / 1_000,
      detail: `${mb} MB: to the preview ${readMs.toFixed(0)} ms, restored ${writtenMs.toFixed(0)} ms`,
    };
  } finally {
    await clearMarks(product);
  }
}

/**
 * A backup with as many papers as are stored, none of which is here: the longest task of the page while it is read, shown
 * and restored.
 */
export async function measureRestoredPapers({ product, papers }: Stage): Promise<Pick<Figure, 'value' | 'detail'>> {
  const data = { statuses: [], topics: [], settings: [], papers: toBackupPapers(Math.min(papers, MOST_PAPERS)) };
  try {
    const { mb, readMs, writtenMs, readTask, writtenTask } = await restoreIn(product, data);
    return {
      value: Math.max(readTask.tookMs, writtenTask.tookMs),
      detail: `${mb} MB: to the preview ${readMs.toFixed(0)} ms with a task of ${toTask(readTask)}, restored ${writtenMs.toFixed(0)} ms with one of ${toTask(writtenTask)}`,
    };
  } finally {
    await removePapers(product);
  }
}

/** A file holds no more than 100 MB. */
const MOST_PAPERS = 40_000;
const PAPER_PREFIX = 'huggingface:bench-';

function toBackupPapers(count: number): BackupPaper[] {
  const today = toUtcDay(Date.now());
  const corpus = openCorpus();
  return toFeedDays(today, count).flatMap((day) => {
    const rows = toDayRows(day, today, corpus);
    const seen = new Map(rows.seen.map(({ paperId, at }) => [paperId, at]));
    return rows.papers.map((paper, i) => {
      const { paperId: _, ...listing } = rows.listings[i] as (typeof rows.listings)[number];
      const seenAt = seen.get(paper.id);
      return {
        ...paper,
        id: `${PAPER_PREFIX}${paper.id}`,
        listings: [listing],
        ...(seenAt === undefined ? {} : { seenAt }),
      };
    });
  });
}

function toTask({ tookMs, workedMs }: { tookMs: number; workedMs: number }): string {
  return `${tookMs.toFixed(0)} ms (${workedMs.toFixed(0)} ms of the processor)`;
}

async function removePapers(product: ExtensionBrowser): Promise<void> {
  const control = await product.controlPage();
  await control.evaluate(deletePapers, PAPER_PREFIX);
}

/** Runs in a page. */
async function deletePapers(prefix: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('daily-papers-feed');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(['papers', 'listings', 'seen'], 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    for (const table of ['papers', 'seen']) transaction.objectStore(table).delete(range);
    const listings = transaction.objectStore('listings');
    listings.index('paperId').getAllKeys(range).onsuccess = ({ target }) => {
      for (const key of (target as IDBRequest<IDBValidKey[]>).result) listings.delete(key);
    };
  });
  db.close();
}

/** Restores a backup of `data`, as a user does. */
async function restoreIn(product: ExtensionBrowser, data: BackupData) {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-restore-'));
  const page = await product.openPage('options.html#data');
  try {
    const path = join(folder, 'backup.json');
    const { text } = await toBackupFile(data, { at: Date.now(), app: '0.1.0' }, digest);
    writeFileSync(path, text);
    await page.bringToFront();
    const input = await page.waitForSelector('.file-button input');
    await page.evaluate(takeNotes);
    const reading = await startRecording(page);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    const readMs = await toTime(page, 'chosenAt', 'offeredAt');
    const readTask = await reading.readLongestTask();
    const writing = await startRecording(page);
    await page.click('.restore-dialog .button-solid');
    const writtenMs = await toTime(page, 'pressedAt', 'restoredAt');
    const writtenTask = await writing.readLongestTask();
    return { mb: (text.length / 1e6).toFixed(1), readMs, writtenMs, readTask, writtenTask };
  } finally {
    await page.close();
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
  addEventListener(
    'click',
    () => {
      if (own.offeredAt > 0) own.pressedAt = performance.now();
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (document.querySelector('.restore-dialog[open]')) own.offeredAt ||= performance.now();
    // Of papers alone there is no undo to be seen: the dialog goes when all is done.
    else if (own.pressedAt > 0 && !document.querySelector('.restore-dialog')) own.restoredAt ||= performance.now();
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}
