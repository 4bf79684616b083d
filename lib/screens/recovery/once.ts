/**
 * True the first time it is asked in this tab. False too where the tab keeps nothing: what can't be counted must not be
 * done again and again.
 */
export function takeOnce(what: string): boolean {
  try {
    const key = `once-${what}`;
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, '1');
    return true;
  } catch {
    return false;
  }
}
