import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, toExtensionDirectory } from '../../harness/browsers/extension-browser';
import { BROWSER, type World } from './world';

/**
 * What the disk refuses. `throws`: the request itself fails. `aborts`: each request goes well and the transaction fails
 * at its end, as in Chromium. `stores`: those alone, where small rows still find a place.
 */
export interface Disk {
  how?: 'throws' | 'aborts';
  stores?: readonly string[];
  /** Papers that are deleted make the room that was missing. */
  freedByPapers?: boolean;
  /** `storage.local` is full too, or alone. */
  local?: boolean;
}

interface Scope {
  browser?: Scope['chrome'];
  chrome: { storage: { local: object }; runtime: { sendMessage(message: unknown): Promise<unknown> } };
}
declare const self: Scope;

/** Runs first in each page and in the background, as text: it stands alone. No debugger reaches Firefox's background. */
function bringDisk(isBackground: boolean): void {
  const channel = new BroadcastChannel('disk');
  // A worker has none; it is kept alive by its debugger.
  let disk: Disk = 'localStorage' in globalThis ? JSON.parse(localStorage.getItem('disk') ?? '{}') : {};
  channel.onmessage = ({ data }) => {
    if (!data.disk) return;
    disk = data.disk;
    if (data.ask && isBackground) channel.postMessage({ heard: data.ask });
  };
  const toError = () => new DOMException('Encountered full disk while writing.', 'QuotaExceededError');
  const free = () => {
    disk = {};
    localStorage.removeItem('disk');
    channel.postMessage({ disk });
  };

  /** Requests of a transaction so far: it ends when no more come. */
  const asked = new WeakMap<IDBTransaction, number>();
  const { objectStore } = IDBTransaction.prototype;
  IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name) {
    asked.set(this, (asked.get(this) ?? 0) + 1);
    return objectStore.call(this, name);
  };
  const abortAtEnd = (store: IDBObjectStore) => {
    const { transaction } = store;
    let [before, quiet] = [-1, 0];
    const look = () => {
      const now = asked.get(transaction) ?? 0;
      quiet = now === before ? quiet + 1 : 0;
      before = now;
      if (quiet < 4) {
        store.getKey('none').onsuccess = look;
        return;
      }
      end(transaction);
    };
    look();
  };
  const end = (transaction: IDBTransaction) => {
    Object.defineProperty(transaction, 'error', { get: toError });
    transaction.abort();
  };
  const ending = new WeakSet<IDBTransaction>();
  const { commit } = IDBTransaction.prototype;
  // Who asks for the end of a transaction waits for no more requests.
  IDBTransaction.prototype.commit = function (this: IDBTransaction) {
    if (ending.has(this)) end(this);
    else commit.call(this);
  };
  const refuse = (
    write: (...asked: never[]) => IDBRequest,
    store: IDBObjectStore,
    source: object,
    asked: unknown[],
  ) => {
    const isRefused = disk.how !== undefined && (disk.stores ?? [store.name]).includes(store.name);
    if (isRefused && disk.how === 'throws') throw toError();
    const request = write.apply(source as never, asked as never[]);
    if (isRefused && !ending.has(store.transaction)) {
      ending.add(store.transaction);
      request.addEventListener('success', () => abortAtEnd(store));
    }
    return request;
  };
  const { put, add, delete: remove } = IDBObjectStore.prototype;
  const { update } = IDBCursor.prototype;
  Object.assign(IDBObjectStore.prototype, {
    put(this: IDBObjectStore, ...values: unknown[]) {
      return refuse(put, this, this, values);
    },
    add(this: IDBObjectStore, ...values: unknown[]) {
      return refuse(add, this, this, values);
    },
    delete(this: IDBObjectStore, key: IDBValidKey) {
      if (disk.freedByPapers && this.name === 'papers') this.transaction.addEventListener('complete', free);
      return remove.call(this, key);
    },
  });
  IDBCursor.prototype.update = function (this: IDBCursor, value) {
    const { source } = this;
    return refuse(update, 'objectStore' in source ? source.objectStore : source, this, [value]);
  };

  for (const api of new Set([self.browser, self.chrome])) {
    if (!api) continue;
    const { local } = api.storage as unknown as { local: { set(items: object): Promise<void> } };
    const set = local.set.bind(local);
    local.set = (items) => (disk.local ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : set(items));
  }
}

/** The production build, with a disk that a test can fill. `atEnd` takes what is to be done after it. */
export function toDiskBuild(atEnd: (work: () => void) => void): string {
  const copy = mkdtempSync(join(tmpdir(), 'daily-papers-disk-'));
  atEnd(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(toExtensionDirectory(BROWSER, {}), copy, { recursive: true });
  // Compilers mark inner functions with a helper that no page knows.
  const toScript = (isBackground: boolean) =>
    `(() => { const __name = (made) => made; (${bringDisk})(${isBackground}); })();\n`;
  writeFileSync(join(copy, 'disk.js'), toScript(false));
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(copy, file), edit(readFileSync(join(copy, file), 'utf8')));
  change('background.js', (code) => toScript(true) + code);
  for (const page of ['popup.html', 'options.html'])
    change(page, (html) => html.replace('<head>', '<head><script src="/disk.js"></script>'));
  return copy;
}

/** Fills the disk in every page, open or to come, and in the background; without a `disk` there is room again. */
export async function setDisk(world: World, disk: Disk = {}): Promise<void> {
  const page = await world.browser.controlPage();
  await eventually(
    () =>
      page.evaluate(async (disk) => {
        localStorage.setItem('disk', JSON.stringify(disk));
        const channel = new BroadcastChannel('disk');
        const ask = crypto.randomUUID();
        const heard = new Promise<boolean>((resolve) => {
          channel.onmessage = ({ data }) => data.heard === ask && resolve(true);
          setTimeout(() => resolve(false), 1_000);
        });
        // One that sleeps would begin with a disk of its own.
        await (self.browser ?? self.chrome).runtime.sendMessage({ kind: 'ping' });
        channel.postMessage({ disk, ask });
        const isHeard = await heard;
        channel.close();
        return isHeard;
      }, disk as object),
    { what: 'a background that has heard of the disk' },
  );
}
