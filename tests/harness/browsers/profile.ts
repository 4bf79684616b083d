import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';

export interface Profile {
  path: string;
  /** Removes a temporary profile; leaves one the caller named. */
  dispose(): Promise<void>;
}

export function createProfile(given: string | undefined): Profile {
  if (given !== undefined) {
    mkdirSync(given, { recursive: true });
    return { path: resolve(given), dispose: async () => {} };
  }
  const path = mkdtempSync(join(tmpdir(), 'daily-papers-profile-'));
  // A test that throws before `close` must not leave 50 MB behind.
  const disposeAtExit = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', disposeAtExit);
  return {
    path,
    async dispose() {
      process.off('exit', disposeAtExit);
      // The browser's helpers can still write for a moment after it has closed.
      await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

const EXIT_TIMEOUT_MS = 10_000;

/**
 * Closes a browser and waits for the end of its process. Firefox goes on writing its profile after the connection is
 * gone: a relaunch would find it locked, a removal would find new files in it.
 */
export async function closeBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  // The user may have closed it: then there is no connection to close.
  await browser.close().catch(() => {});
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  await once(child, 'exit', { signal: AbortSignal.timeout(EXIT_TIMEOUT_MS) }).catch(() => child.kill('SIGKILL'));
}
