/*
 * Apart from the other storage: the popup listens before its first list, and what asks the browser for more is loaded
 * behind that.
 */

/** Empties the local storage of the extension's pages; the other open pages hear of it. */
export function clearLocalStorage(): void {
  try {
    // An empty storage that is emptied tells nobody, and an open page may hold what it has not written yet.
    localStorage.setItem('cleared', '');
  } catch {
    // A full one is not empty.
  }
  try {
    localStorage.clear();
  } catch {
    // Where the browser refuses the storage nothing was kept in it.
  }
}

/** Has this page hear of it too: the browser tells only the others. For a page that finishes what another has begun. */
export function tellCleared(): void {
  if (typeof StorageEvent === 'function') dispatchEvent(new StorageEvent('storage', { key: null }));
}

/** Calls `run` when another page has emptied the storage. Returns the function that ends it. */
export function onLocalStorageCleared(run: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null) run();
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
