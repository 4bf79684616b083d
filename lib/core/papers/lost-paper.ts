import type { Paper } from './paper';
import type { Status } from './status';

/** What can still be shown of a paper the feed has lost: the title that was kept with the user's mark. */
export function toLostPaper({ paperId, title }: Status): Paper {
  return {
    id: paperId,
    title: title ?? paperId,
    summary: '',
    authors: [],
    dailyDate: '',
    upvotes: 0,
    comments: 0,
    keywords: [],
    mediaUrls: [],
    categories: [],
    firstSeenAt: 0,
    updatedAt: 0,
  };
}
