import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

// The library cleans up by itself only where the test functions are globals; ours are imported.
afterEach(() => cleanup());
