import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm } from '@/lib/browser/alarms';
import { onBrowserStart, onInstalled } from '@/lib/browser/lifecycle';
import { onMessage } from '@/lib/browser/messages';
import { onNotificationClicked } from '@/lib/browser/notifications';
import { onPageEnded } from '@/lib/browser/page-port';
import { onPermissionsChanged } from '@/lib/browser/permissions';
import * as handlers from './handlers';

/** A worker lives 30 seconds after its last event. */
const WAKE_WORK_AFTER_MS = 50;

export default defineBackground({
  // Without `type: 'module'` it is built as one file of its own. Chunks shared with the pages carry what only pages
  // use: 4 kB more, gzipped, and seven more files to open at every wake.
  // Not async: a listener registered after an await misses the event that woke the worker, without an error (law 1).
  main() {
    onInstalled(handlers.handleInstalled);
    onBrowserStart(handlers.handleBrowserStart);
    onAlarm(handlers.handleAlarm);
    onMessage(handlers.handleMessage);
    onPageEnded(handlers.handlePageEnded);
    onPermissionsChanged(handlers.handlePermissionsChanged);
    onNotificationClicked(handlers.handleAlertClicked);
    // Behind the event that woke the worker: a page that asks is answered before the badge is counted.
    setTimeout(handlers.handleWake, WAKE_WORK_AFTER_MS);
  },
});
