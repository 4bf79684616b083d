import { useEffect, useState } from 'preact/hooks';
import { requestAlerts, watchAlertAccess } from '@/lib/app/alert-access';
import { requestDownloads, watchDownloadsAccess } from '@/lib/app/backup-access';
import { requestFeedAccess, watchFeedAccess } from '@/lib/app/feed-access';

export interface Access {
  /** `undefined` until the browser has answered. */
  granted: boolean | undefined;
  /** The user was asked and said no. */
  refused: boolean;
  /** Asks the user; true when granted. Straight from a click: the browser wants the gesture. */
  request(): Promise<boolean>;
}

/** Whether the feed's host may be asked, live: it can be taken back in the browser's own pages. */
export function useFeedAccess(): Access {
  return useAccess(requestFeedAccess, watchFeedAccess);
}

/** Whether alerts may be shown, live. */
export function useAlertAccess(): Access {
  return useAccess(requestAlerts, watchAlertAccess);
}

/** Whether files may be saved, live. */
export function useDownloadsAccess(): Access {
  return useAccess(requestDownloads, watchDownloadsAccess);
}

function useAccess(
  request: () => Promise<boolean>,
  watch: (changed: (granted: boolean) => void) => () => void,
): Access {
  const [granted, setGranted] = useState<boolean>();
  // A new object at each answer: a switch that was moved and refused twice must be drawn off twice.
  const [answer, setAnswer] = useState({ isRefused: false });
  useEffect(() => watch(setGranted), [watch]);
  return {
    granted,
    refused: answer.isRefused && granted === false,
    request: async () => {
      const isGranted = await request();
      setAnswer({ isRefused: !isGranted });
      return isGranted;
    },
  };
}
