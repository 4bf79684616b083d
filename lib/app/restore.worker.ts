import { holdForLife } from '@/lib/browser/locks';
import { openRestorer } from './restorer';
import { type Port, serveRestorer } from './restorer-port';

/*
 * The thread that reads and restores backups for the options, so that the page stands still at no file: one with 20,000
 * papers takes seconds. What a file says reaches nothing that all objects inherit: here that can't even be written.
 */
Object.freeze(Object.prototype);

const lock = `restorer:${crypto.randomUUID()}`;
// Listens at once: what the page asks before the lock is held would be lost.
serveRestorer(
  self as unknown as Port,
  openRestorer(),
  holdForLife(lock).then(() => lock),
);
