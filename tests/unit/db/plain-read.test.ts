import { describe, expect, it } from 'vitest';
import { openExisting, toPromise } from '@/lib/db/plain-read';

describe('reading a database without its library', () => {
  it('does not make one that is not there: its owner would find it empty and without tables', async () => {
    expect(await openExisting('nobody')).toBeUndefined();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nobody');
  });

  it('lets the owner upgrade while a handle is open', async () => {
    const made = indexedDB.open('somebody', 1);
    made.onupgradeneeded = () => made.result.createObjectStore('rows').put('row', 'key');
    (await toPromise(made)).close();
    const db = await openExisting('somebody');
    expect(await toPromise((db as IDBDatabase).transaction('rows').objectStore('rows').get('key'))).toBe('row');
    const upgraded = await toPromise(indexedDB.open('somebody', 2));
    expect(upgraded.version).toBe(2);
    upgraded.close();
  });

  it('tells why a request failed', async () => {
    const made = indexedDB.open('newer', 3);
    (await toPromise(made)).close();
    await expect(toPromise(indexedDB.open('newer', 1))).rejects.toThrow(/version/i);
  });
});
