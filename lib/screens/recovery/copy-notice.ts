import type { CheckResult } from '@/lib/app/check-copy';

const KEY = 'copy-notice';

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

/** Keeps it for the next page; `undefined` when it was read. */
export function writeNotice(notice: CheckResult | undefined): void {
  try {
    if (notice) localStorage.setItem(KEY, JSON.stringify(notice));
    else localStorage.removeItem(KEY);
  } catch {
    // Told in this page only.
  }
}
