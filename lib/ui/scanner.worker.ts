import { openScanner } from './paper-scanner';
import { type Port, serveScanner } from './scanner-port';

/*
 * The thread that reads, indexes and scans the stored papers for the options, so that no key press waits for it. It
 * observes the databases itself: Dexie's news of a write reach a page's worker as they reach the page.
 */
serveScanner(self as unknown as Port, openScanner);
