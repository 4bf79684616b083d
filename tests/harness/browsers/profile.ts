import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { eventually } from './extension-browser';

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

/** On a busy machine Firefox takes many seconds to write what it has to. One that never ends is hung. */
const EXIT_TIMEOUT_MS = 60_000;

/**
 * Closes a browser and waits for the end of its process. Firefox goes on writing its profile after the connection is
 * gone: a relaunch would find it locked, a removal would find new files in it. Returns false where it had to be killed:
 * what its pages stored last may not be in the profile.
 */
export async function closeBrowser(browser: Browser): Promise<boolean> {
  const child = browser.process();
  let hasEnded = true;
  if (child !== null && child.exitCode === null && child.signalCode === null) {
    const end = once(child, 'exit', { signal: AbortSignal.timeout(EXIT_TIMEOUT_MS) });
    void askToEnd(browser);
    await end.catch(() => child.kill('SIGKILL'));
    // Not any signal: Chromium may crash at its very end, with all it had to write written.
    hasEnded = child.signalCode !== 'SIGKILL';
  }
  // Somebody else may have ended it: then there is no connection to close.
  await browser.close().catch(() => {});
  return hasEnded;
}

/** Firefox is told so directly: puppeteer kills one that has not ended within five seconds. Chromium it waits for. */
async function askToEnd(browser: Browser): Promise<void> {
  const { connection } = browser as unknown as {
    connection?: { send(method: string, params: object): Promise<unknown> };
  };
  await (connection ? connection.send('browser.close', {}) : browser.close()).catch(() => {});
}

/** Closes it so that it can be started again with all it has stored at `profile`. */
export async function endBrowser(browser: Browser, profile: string): Promise<void> {
  if (!(await closeBrowser(browser)))
    throw new Error('the browser was killed: its profile may lack what was stored last');
  // puppeteer puts the preferences of Firefox back once the process has ended: a start meanwhile finds them half put back.
  const isBack = () => !readdirSync(profile).some((name) => name.endsWith('.puppeteer'));
  await eventually(isBack, { what: 'preferences that are put back', everyMs: 20 });
}
