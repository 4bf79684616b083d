/*
 * What the popup does, as one module that is loaded after the first list: reading the feed, counting the badge and
 * matching topics are a third of the popup's code, and no list waits for them.
 */
export { askRecount, askSync, watchBackground } from '@/lib/app/ask-sync';
export { copyCitation, copyLink } from '@/lib/app/copy';
export { requestFeedAccess, watchFeedAccess } from '@/lib/app/feed-access';
export { holdInView } from '@/lib/app/in-view';
export { markSeen, markSeenByHand, readMarkables, setFlag } from '@/lib/app/mark';
export { openOptions, openPaperLink } from '@/lib/app/open-link';
export { pickTopic } from '@/lib/app/pick-topic';
export { undoGroup, undoLast } from '@/lib/app/undo';
export { toTopicName } from '@/lib/core/topics/topic-name';
