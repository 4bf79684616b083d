import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handlePermissionsChanged } from '@/entrypoints/background/handlers';

const syncPapers = vi.hoisted(() => vi.fn(async (..._args: unknown[]) => ({ kind: 'under-way' })));
vi.mock('@/lib/app/sync-papers', () => ({ syncPapers, isSyncUnfinished: async () => false }));
const ensureAlarms = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/alarms', () => ({ ensureAlarms }));

beforeEach(() => vi.clearAllMocks());

describe('a change of permissions', () => {
  it('has the feed read at once, and does not say that the user asked for it', async () => {
    handlePermissionsChanged();
    await vi.waitFor(() => expect(ensureAlarms).toHaveBeenCalledTimes(1));
    expect(syncPapers.mock.calls.map(([trigger]) => trigger)).toEqual(['permission']);
  });
});
