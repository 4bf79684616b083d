import 'fake-indexeddb/auto';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Tests empty tables past the extension: the copy would bring the rows back. Its own tests take this away.
vi.mock('@/lib/app/second-copy', () => ({ writeCopy: async () => {} }));
vi.mock('@/lib/app/check-copy', () => ({
  checkCopy: async () => ({ kind: 'fine' }),
  readIsLost: async () => false,
  beginAfterLoss: async () => {},
}));

// Alarms, storage and listeners of one test would ring in the next.
beforeEach(() => fakeBrowser.reset());
