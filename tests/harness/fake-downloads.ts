import { resolveObjectURL } from 'node:buffer';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';

/** Nobody has to wait for a browser that looks at its files at once. Until the mocks are restored. */
export function waitForNothing(): void {
  const wait = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void) => wait(work)) as never);
}

interface Item {
  id: number;
  filename: string;
  byExtensionId: string;
  state: string;
  fileSize: number;
  error?: string;
  /** As it was when somebody last looked: Firefox never does again, Chromium after each answer. */
  exists: boolean;
}

interface Wanted {
  url: string;
  filename: string;
  conflictAction?: string;
}

const FOLDER = '/home/me/Downloads/';

/**
 * The downloads of a browser, as far as they differ. Firefox counts from 1 in each session, forgets at its end what is
 * finished, and deletes the file that was to be overwritten when that is broken off. Chromium keeps its list and its
 * numbers, and overwrites only with what is whole.
 */
export class FakeDownloads {
  /** What stands in the folder, by path below it, in the order of the writing. */
  readonly disk = new Map<string, string>();
  /** What becomes of the next ones; `undefined`: they are saved. */
  error: string | undefined;
  /** The page that saves dies before it hears of the end. */
  dies = false;
  #items: Item[] = [];
  #next = 1;

  constructor(readonly name: 'firefox' | 'chromium') {}

  /** The browser ends and begins again. */
  restart(): void {
    if (this.name === 'chromium') return;
    this.#items = [];
    this.#next = 1;
  }

  /** Another program, or the user, saves a file. */
  saveForeign(filename: string): void {
    this.disk.set(filename, 'foreign');
    this.#add({ filename, byExtensionId: 'other', state: 'complete', fileSize: 7, exists: true });
  }

  /** The JSON of each file of the schedule and of those by hand, by name. */
  readAll(): { name: string; data: { statuses: { paperId: string }[] } }[] {
    const ours = [...this.disk].filter(([name]) => name.startsWith('Daily Papers/'));
    return ours.map(([name, text]) => ({ name: name.slice('Daily Papers/'.length), ...JSON.parse(text) }));
  }

  readonly api = {
    download: async ({ url, filename, conflictAction }: Wanted): Promise<number> => {
      const text = (await resolveObjectURL(url)?.text()) ?? '';
      const target = conflictAction === 'overwrite' ? filename : this.#toUnused(filename);
      if (this.error === undefined) {
        // Deleted first: what is written last stands last.
        this.disk.delete(target);
        this.disk.set(target, text);
      } else if (this.name === 'firefox') this.disk.delete(target);
      const end = this.error === undefined ? { state: 'complete' } : { state: 'interrupted', error: this.error };
      const byExtensionId = browser.runtime.id;
      const exists = this.error === undefined;
      return this.#add({ filename: target, byExtensionId, fileSize: text.length, exists, ...end }).id;
    },
    search: async (query: { id?: number; filename?: string; state?: string }): Promise<Item[]> => {
      if (this.dies && query.id !== undefined) return new Promise<never>(() => undefined);
      const isAsked = (item: Item) =>
        (query.id === undefined || item.id === query.id) &&
        (query.filename === undefined || FOLDER + item.filename === query.filename) &&
        (query.state === undefined || item.state === query.state);
      const answer = this.#items
        .filter(isAsked)
        .sort((a, b) => b.id - a.id)
        .map((item) => ({ ...item, filename: FOLDER + item.filename }));
      if (this.name === 'chromium') setTimeout(() => this.#look());
      return answer;
    },
    removeFile: async (id: number): Promise<void> => {
      const item = this.#items.find((one) => one.id === id);
      if (!item || !this.disk.delete(item.filename)) throw new Error('no such file');
    },
    erase: async ({ id }: { id: number }): Promise<number[]> => {
      this.#items = this.#items.filter((item) => item.id !== id);
      return [id];
    },
    cancel: async (): Promise<void> => undefined,
  };

  #look(): void {
    for (const item of this.#items) item.exists = item.state === 'complete' && this.disk.has(item.filename);
  }

  #add(item: Omit<Item, 'id'>): Item {
    const added = { ...item, id: this.#next++ };
    this.#items.push(added);
    return added;
  }

  #toUnused(filename: string): string {
    for (let n = 0; ; n++) {
      const name = n === 0 ? filename : filename.replace(/\.json$/, `(${n}).json`);
      if (!this.disk.has(name)) return name;
    }
  }
}
