/*
 * What the popup can say about its papers, loaded after the first list: the query language with its matcher, and the
 * words for days, failures and empty lists. Together they weigh more than the list itself, and no list waits for them.
 */
export { toArrivalWords, toDaySentence } from '@/lib/core/sync/day-words';
export { createMatcher } from './matching';
export { runSearch, toSearchWords } from './searching';
export { toNote, toReason, toSummary } from './words';
