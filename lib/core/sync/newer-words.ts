import type { EmptyReason } from './empty-reasons';

/** What it means that a newer version of the extension wrote the databases, and what helps. */
export const NEWER_ADVICE =
  'This version only shows them: nothing is fetched, marked or saved, so that it can’t damage what the newer one made. Update the extension in the browser’s list of extensions, and everything goes on.';

/** Behind what such a page can't do. */
export function toWaitsWords(): string {
  return 'waits until the extension is updated: a newer version wrote what is stored, and this one only shows it.';
}

/** What a page says above everything else. */
export function toNewerReason(): EmptyReason {
  return {
    title: 'The stored papers are from a newer version of Daily Papers.',
    detail: NEWER_ADVICE,
    action: { kind: 'reload', label: 'Look again' },
  };
}
