import { readStart, type Start } from '@/lib/db/queries/read-start';

export type { Start } from '@/lib/db/queries/read-start';

/** What the first list needs, or why the database could not say. Called before the first render: no hook waits first. */
export type StartResult = { ok: true; start: Start } | { ok: false; detail: string };

/** Reads the start. Never throws: a browser that refuses IndexedDB is a state of the popup, not an accident. */
export async function beginStart(now = Date.now()): Promise<StartResult> {
  try {
    return { ok: true, start: await readStart(now) };
  } catch (error) {
    return { ok: false, detail: toDetail(error) };
  }
}

/** The database's own words. */
export function toDetail(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error).slice(0, 300);
}
