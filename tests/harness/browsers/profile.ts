import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Profile {
  path: string;
  /** Removes a temporary profile; leaves one the caller named. */
  dispose(): void;
}

export function createProfile(given: string | undefined): Profile {
  if (given !== undefined) {
    mkdirSync(given, { recursive: true });
    return { path: resolve(given), dispose: () => {} };
  }
  const path = mkdtempSync(join(tmpdir(), 'daily-papers-profile-'));
  // The browser's helpers can still write for a moment after it has closed.
  const dispose = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  // A test that throws before `close` must not leave 50 MB behind.
  process.once('exit', dispose);
  return {
    path,
    dispose: () => {
      process.off('exit', dispose);
      dispose();
    },
  };
}
