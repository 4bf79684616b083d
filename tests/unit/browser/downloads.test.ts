import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { isDownloadGone, removeDownload, saveDownload } from '@/lib/browser/downloads';
import { FakeDownloads } from '../../harness/fake-downloads';

const NAME = 'Daily Papers/one.json';

let downloads: FakeDownloads;
beforeEach(() => {
  downloads = new FakeDownloads('chromium');
  Object.assign(browser, { downloads: downloads.api });
});

it('deletes a file that was saved, and not one that somebody else has saved under its name since', async () => {
  const { path } = await saveDownload(NAME, '{}');
  downloads.saveForeign(NAME);
  await removeDownload(path);
  expect(downloads.disk.get(NAME)).toBe('foreign');
  await saveDownload(NAME, '{}', { overwrite: true });
  await removeDownload(path);
  expect(downloads.disk.has(NAME)).toBe(false);
});

it('knows a file as gone only where the browser says so, and goes by the newest of its name', async () => {
  expect(await isDownloadGone(`/home/me/Downloads/${NAME}`)).toBe(false);
  const { path } = await saveDownload(NAME, '{}');
  expect(await isDownloadGone(path)).toBe(false);
  // Nobody has asked since, and the browser has not looked.
  downloads.disk.clear();
  expect(await isDownloadGone(path)).toBe(true);
  await saveDownload(NAME, '{}', { overwrite: true });
  expect(await isDownloadGone(path)).toBe(false);
});
