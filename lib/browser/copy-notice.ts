import type { CheckResult } from '@/lib/core/copy/restored';

const KEY = 'copy-notice';

type Listener = (notice: CheckResult | undefined) => void;
const listeners = new Set<Listener>();

/** What a check found that the user was not told yet, or has not closed: a popup may be gone before it is read. */
export function readNotice(): CheckResult | undefined {
  try {
    const notice = JSON.parse(localStorage.getItem(KEY) ?? 'null') as CheckResult | null;
    if (notice?.kind === 'lost') return notice;
    return notice?.kind === 'restored' && typeof notice.restored?.at === 'number' ? notice : undefined;
  } catch {
    return undefined;
  }
}

/** Shows it in this page and keeps it for the next one; `undefined` when it was read. */
export function writeNotice(notice: CheckResult | undefined): void {
  try {
    if (notice) localStorage.setItem(KEY, JSON.stringify(notice));
    else localStorage.removeItem(KEY);
  } catch {
    // Told in this page only.
  }
  for (const listener of listeners) listener(notice);
}

/** Calls `listener` with each notice of this page, until the returned function is called. */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
