/*
 * Run in a page before its own first script, where a state can't be had from the outside: another browser's private
 * window, a disk that fails. Each stands alone: it is sent to the page as text.
 */

/** A browser that refuses every database: a damaged profile, a full disk. */
export function refuseStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  };
}

/** Only the database of what the user made is damaged. */
export function refuseUser(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...asked: Parameters<typeof open>) {
    if (asked[0] === 'daily-papers-user') throw new DOMException('Internal error reading a block.', 'UnknownError');
    return open.apply(this, asked);
  };
}

/** An earlier page has restored something, and nobody has read that. */
export function leaveRestored(): void {
  const restored = { papers: 12, topics: 3, settings: 1, at: Date.now(), isPartial: false };
  localStorage.setItem('copy-notice', JSON.stringify({ kind: 'restored', restored }));
}

/** An earlier page found neither the database nor the copy whole. */
export function leaveLost(): void {
  localStorage.setItem('copy-notice', JSON.stringify({ kind: 'lost' }));
}

/** An earlier page had to delete the stored papers, and the second copy brought the rest back. */
export function leaveBoth(): void {
  const restored = { papers: 12, topics: 3, settings: 1, at: Date.now(), isPartial: false };
  localStorage.setItem('copy-notice', JSON.stringify({ kind: 'restored', restored }));
  localStorage.setItem('papers-notice', JSON.stringify({ kind: 'papers' }));
}

/** A database that neither opens nor refuses. */
export function neverOpenStorage(): void {
  IDBFactory.prototype.open = () => ({ addEventListener: () => undefined }) as unknown as IDBOpenDBRequest;
}

/** Every list is read by its keys, and the scan over all stored papers meets a damaged file. */
export function refuseScan(): void {
  // The page scans itself where no worker can be started: the databases of a worker are out of reach from here.
  Object.assign(globalThis, { Worker: undefined });
  const { getAll } = IDBIndex.prototype;
  IDBIndex.prototype.getAll = function (this: IDBIndex, ...asked: Parameters<typeof getAll>) {
    if (this.objectStore.name === 'papers') throw new DOMException('Internal error reading a block.', 'UnknownError');
    return getAll.apply(this, asked);
  };
}

/** Nothing over the stored papers can be counted, the new ones neither: what was seen can't be read. */
export function refuseCounts(): void {
  Object.assign(globalThis, { Worker: undefined });
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, ...asked: Parameters<typeof get>) {
    if (this.name === 'seen') throw new DOMException('Internal error reading a block.', 'UnknownError');
    return get.apply(this, asked);
  };
}

/** Reading works and writing does not: the disk is full. */
export function refuseWrites(): void {
  const refuse = () => {
    throw new DOMException('Encountered full disk while writing.', 'QuotaExceededError');
  };
  Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse, delete: refuse });
}

/** The second copy finds no room, and what the user does is stored all the same. */
export function refuseCopies(): void {
  const { chrome } = globalThis as unknown as { chrome: { storage: { local: object } } };
  Object.assign(chrome.storage.local, { set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) });
}

/** A private window of Firefox, as a page there finds it: this browser's own private windows share the databases. */
export function pretendPrivate(): void {
  const { chrome } = globalThis as unknown as { chrome: { runtime: object } };
  const runtime = Object.assign(Object.create(chrome.runtime), { getURL: () => 'moz-extension://private/' });
  const browser = Object.create(chrome, {
    runtime: { value: runtime },
    extension: { value: { inIncognitoContext: true } },
  });
  Object.defineProperty(globalThis, 'browser', { value: browser });
}

/** The browser lets alerts be shown: no test can answer its question. */
export function allowAlerts(): void {
  const { chrome } = globalThis as unknown as { chrome: { permissions: object } };
  Object.assign(chrome.permissions, { contains: async () => true });
}

/** The user says no to every question. */
export function refuseAlerts(): void {
  const { chrome } = globalThis as unknown as { chrome: { permissions: object } };
  Object.assign(chrome.permissions, { request: async () => false });
}

/** A text of the first topic that an earlier page left, from before the topic was changed in another one. */
export function leaveOldDraft(): void {
  const draft = { name: 'Agents that plan', query: '(agent* OR "tool use") planning AND (' };
  const kept = { draft, base: { name: 'Plans', query: 'planning' } };
  localStorage.setItem('topic-draft:00000000-0000-4000-8000-000000000000', JSON.stringify(kept));
}
