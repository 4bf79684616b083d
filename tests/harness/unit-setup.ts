import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Alarms, storage and listeners of one test would ring in the next.
beforeEach(() => fakeBrowser.reset());
