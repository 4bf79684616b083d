import { describe, expect, it, vi } from 'vitest';
import { subscribe } from '@/lib/db/queries/live';
import { userDb } from '@/lib/db/user-database';

describe('subscribe', () => {
  it('tells that the database can’t be opened, also whoever asks after the first try', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    });
    const first = vi.fn();
    subscribe(() => userDb.topics.toArray(), vi.fn(), first);
    await vi.waitFor(() => expect(first).toHaveBeenCalled());
    const second = vi.fn();
    subscribe(() => userDb.settings.toArray(), vi.fn(), second);
    await vi.waitFor(() => expect(second).toHaveBeenCalled());
    expect(String(first.mock.lastCall?.[0])).toContain('Internal error opening backing store');
    expect(String(second.mock.lastCall?.[0])).toContain('Internal error opening backing store');
  });
});
