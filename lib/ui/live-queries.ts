/*
 * Everything a page observes, as one module that is loaded behind the first paint: Dexie is half of the popup's code,
 * and no list waits for it.
 */
import { onOutdated } from '@/lib/db/queries/newer-data';

// The extension was updated under this page: it can read nothing any more. Loaded anew, it is of the new version; what
// was being written is kept as a draft.
onOutdated(() => location.reload());

export { readDayList, readOldestDay, readPapersBetween } from '@/lib/db/queries/days';
export { readFeedState, readLedger, readNewestDay } from '@/lib/db/queries/feed-state';
export { subscribe } from '@/lib/db/queries/live';
export { readIsNewer } from '@/lib/db/queries/newer-data';
export { readWindow } from '@/lib/db/queries/papers';
export { countMarked, readMarked, readMarkedIds } from '@/lib/db/queries/statuses';
export { readSettings, readTopics } from '@/lib/db/queries/user';
