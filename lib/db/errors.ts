import Dexie from 'dexie';

/** True for what a database throws: full disk, damage, a blocked or closed connection. */
export function isStorageError(error: unknown): boolean {
  return error instanceof Dexie.DexieError || (error instanceof DOMException && error.name !== 'AbortError');
}
