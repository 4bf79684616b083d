import { browser } from 'wxt/browser';
import { type Day, isDay } from '@/lib/core/days/day';
import type { SyncTrigger } from '@/lib/core/sync/state';

/** Everything a page may ask the background. */
export type Message =
  | { kind: 'ping' }
  | { kind: 'recount' }
  | { kind: 'sync'; trigger: Extract<SyncTrigger, 'page' | 'hand'>; day?: Day };

/** No background answered in time, or none is there. */
export const SILENT: unique symbol = Symbol('background silent');

/**
 * Asks the background. Resolves to `SILENT` after `timeoutMs` or when nobody listens: without the timeout a worker
 * that is registered but broken leaves the popup waiting for ever (FAULTS 5).
 */
export async function askBackground<T>(message: Message, timeoutMs: number): Promise<T | typeof SILENT> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<typeof SILENT>((resolve) => {
    timer = setTimeout(() => resolve(SILENT), timeoutMs);
  });
  const answer = browser.runtime.sendMessage(message).then(
    // A listener that registered too late answers `undefined` and no error.
    (reply: unknown): T | typeof SILENT => (reply === undefined || reply === null ? SILENT : (reply as T)),
    (): typeof SILENT => SILENT,
  );
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The one listener of the background. Messages of another sender or shape are not answered (FAULTS 33).
 * Must be called in the first turn (law 1).
 */
export function onMessage(answer: (message: Message) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, sendResponse: (reply: unknown) => void) => {
    const message = toMessage(raw);
    if (!message || sender.id !== browser.runtime.id) return undefined;
    answer(message).then(sendResponse, () => sendResponse(undefined));
    // Keeps the channel open: a returned promise is not understood by every browser that runs this.
    return true;
  });
}

function toMessage(raw: unknown): Message | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { kind, trigger, day } = raw as Record<string, unknown>;
  if (kind === 'ping' || kind === 'recount') return { kind };
  if (kind !== 'sync' || (trigger !== 'page' && trigger !== 'hand')) return undefined;
  if (day === undefined) return { kind, trigger };
  return typeof day === 'string' && isDay(day) ? { kind, trigger, day } : undefined;
}
