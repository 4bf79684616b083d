import { useEffect, useState } from 'preact/hooks';
import { requestFeedAccess, watchFeedAccess } from '@/lib/app/feed-access';

export interface FeedAccess {
  /** `undefined` until the browser has answered. */
  granted: boolean | undefined;
  /** The user was asked and said no. */
  refused: boolean;
  /** Asks the user. Straight from a click: the browser wants the gesture. */
  request(): void;
}

/** Whether the feed's host may be asked, live: it can be taken back in the browser's own pages. */
export function useFeedAccess(): FeedAccess {
  const [granted, setGranted] = useState<boolean>();
  const [refused, setRefused] = useState(false);
  useEffect(() => watchFeedAccess(setGranted), []);
  return {
    granted,
    refused: refused && granted === false,
    request: () => void requestFeedAccess().then((answer) => setRefused(!answer)),
  };
}
