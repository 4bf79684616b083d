import { formatMoment } from '../days/format';
import { toList } from '../words/to-list';
import type { Made, Restored } from './restored';

/** What is told, and the words of the button that ends it. */
export interface CopyNotice {
  title: string;
  detail: string;
  close: string;
}

/** "12 marked papers, 2 topics and 1 setting"; "nothing" where there is nothing. */
export function toMadeWords({ papers, topics, settings }: Made): string {
  const parts = [
    [papers, 'marked paper'],
    [topics, 'topic'],
    [settings, 'setting'],
  ].flatMap(([count, noun]) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]));
  return toList(parts) || 'nothing';
}

/** What came back, as of when, and whether that was all. */
export function toRestoredNotice(restored: Restored, now: number): CopyNotice {
  const { papers, topics, settings, at, isPartial, isNew } = restored;
  const isNothing = papers + topics + settings === 0;
  const rest = isPartial
    ? ` Parts of the second copy can’t be read either: some marks, topics or settings may be missing.${isNew ? ' What was done before can’t be undone any more.' : ''}`
    : isNew
      ? ' Nothing of that is missing, but what was done before can’t be undone any more.'
      : ' Nothing is missing.';
  return {
    title: isNothing ? 'Some of what you made could not be brought back.' : 'What you made was restored.',
    detail: isNothing
      ? `The browser’s database had lost it.${rest}`
      : `The browser’s database had lost ${toMadeWords(restored)}. Daily Papers has brought them back from its second copy, as of ${formatMoment(at, now)}.${rest}`,
    close: 'OK',
  };
}

/** The copy can't be written; `detail` in the browser's words. */
export function toUnwrittenWords(detail: string): string {
  return `The second copy of what you made can’t be written (${detail}). What you made is stored all the same: free some disk space, or save a backup below.`;
}

/** Neither side has anything whole. */
export function toLostNotice(): CopyNotice {
  return {
    title: 'What you had made can’t be found.',
    detail:
      'The browser’s database is empty, and the second copy beside it is gone or damaged: marks, topics and settings of before can’t be read. The papers themselves are fetched again. A backup or a file of topics, if you saved one, can be restored in the options.',
    close: 'Begin anew',
  };
}

/** The stored papers were damaged, and deleted by a page: never without a word. */
export function toPapersNotice(): CopyNotice {
  return {
    title: 'The stored papers could not be read and were deleted.',
    detail:
      'Those of the last two weeks are fetched again, older ones when you pick their day. What you made is kept apart, and was not touched by this.',
    close: 'OK',
  };
}
