import { type ChooseDay, readStart, type Start } from '@/lib/db/queries/read-start';

export type { ChooseDay, Start } from '@/lib/db/queries/read-start';

/** What the first list needs, or why the database could not say. Called before the first render: no hook waits first. */
export type StartResult = { ok: true; start: Start } | { ok: false; detail: string };

/** Reads the start. Never throws: a browser that refuses IndexedDB is a state of the popup, not an accident. */
export async function beginStart(choose?: ChooseDay, now = Date.now()): Promise<StartResult> {
  try {
    return { ok: true, start: await readStart(now, choose) };
  } catch (error) {
    return { ok: false, detail: toDetail(error) };
  }
}

/** The database's own words; Dexie repeats them in a second line. */
export function toDetail(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n')[0]?.slice(0, 300) ?? '';
}
