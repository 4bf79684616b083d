import type { EmptyReason } from './empty-reasons';
import type { FeedNote } from './feed-words';

const TITLE = 'The stored papers are from a newer version of Daily Papers.';
const ADVICE =
  'This version only shows them: nothing is fetched, marked or saved, so that it can’t damage what the newer one made. Update the extension in the browser’s list of extensions, and everything goes on.';

/** What the popup says below its list. */
export const NEWER_NOTE: FeedNote = { tone: 'wrong', text: 'From a newer version: only shown', advice: ADVICE };

/** What a page says above everything else. */
export function toNewerReason(): EmptyReason {
  return { title: TITLE, detail: ADVICE, action: { kind: 'reload', label: 'Look again' } };
}
