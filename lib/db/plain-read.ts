/*
 * IndexedDB as the browser has it, for the popup's first list: Dexie is 30 kB to load and open before the first row is
 * read, and half of the code that a card would wait for. Reads only; everything else goes through the databases.
 */

/** Opens a database as it stands. `undefined` where there is none yet: making it, empty, would hide it from Dexie. */
export async function openExisting(name: string): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.transaction?.abort();
  };
  try {
    const db = await toPromise(request);
    // A handle that stays open blocks every upgrade of another context (FAULTS 11).
    db.onversionchange = () => db.close();
    return db;
  } catch (error) {
    if (isNew) return undefined;
    throw error;
  }
}

/** The answer of one request. Inside a transaction await nothing else, or it ends before the next request. */
export function toPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Unhandled, it would be told as an error of the page as well.
      event.preventDefault();
      reject(request.error);
    };
  });
}
