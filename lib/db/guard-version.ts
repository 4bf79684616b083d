import type Dexie from 'dexie';
import { type DatabaseName, isNewer } from './names';

/**
 * Thrown by every write into a database that a newer version of the extension has upgraded: this code does not know what
 * its rows must look like by now.
 */
class NewerDataError extends Error {
  /** Shown before its words. */
  override name = 'Only shown';

  constructor() {
    super('what is stored was written by a newer version of Daily Papers. Update the extension to change it again');
  }
}

let isOutdated = false;
let listener = () => {};

/**
 * Tells when this code can't read the databases any more: another context, of a newer version, has upgraded one. Also of
 * an upgrade that was before the call. One listener a context.
 */
export function onOutdated(tell: () => void): void {
  listener = tell;
  if (isOutdated) tell();
}

function tellOutdated(): void {
  isOutdated = true;
  listener();
}

/**
 * Keeps code and rows of different versions apart. A database of a later version is read only: Dexie 4 opens it without
 * a word (FAULTS 9). And while another context upgrades it, this one lets go for good: Dexie would open it again, and the
 * old code would go on writing rows of the old kind (FAULTS 11).
 */
export function guardVersion<T extends Dexie>(db: T, name: DatabaseName): T {
  db.use({
    stack: 'dbcore',
    name: 'guard-version',
    create: (core) => ({
      ...core,
      transaction(tables, mode, options) {
        if (mode === 'readwrite' && isNewer(db.backendDB(), name)) throw new NewerDataError();
        return core.transaction(tables, mode, options);
      },
    }),
  });
  db.on('versionchange', (event) => {
    // Deleted, or only touched by an earlier version: Dexie's own answer is right.
    if (!isNewer({ version: event.newVersion ?? 0 }, name)) return true;
    db.close({ disableAutoOpen: true });
    tellOutdated();
    return false;
  });
  return db;
}
