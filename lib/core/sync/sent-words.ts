/**
 * All that a request of ours says, by the names it has there. Beside it stands only what every request of a browser has.
 * A part that is new in the request needs its words here and in PRIVACY.md: a test compares the three.
 */
export const SENT_PARTS = {
  date: 'the day',
  limit: 'how many papers a page holds',
  p: 'which page',
  'If-None-Match': 'which version of it is already here',
} as const;

/** What is asked of whom, in one sentence: the same on every page that tells it. */
export const SENT_WORDS = `Only huggingface.co is asked, and only for the public list of papers of a day: ${Object.values(SENT_PARTS).join(', ')}, and nothing else.`;
