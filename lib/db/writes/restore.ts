import type { BackupData } from '@/lib/core/backup/backup';
import { isWritten, type Merged, planRestore } from '@/lib/core/backup/plan-restore';
import { toStatusPart } from '@/lib/core/copy/outbox';
import { type JournalRow, RESTORE, type SeenChange } from '@/lib/core/journal/journal';
import type { Seen } from '@/lib/core/papers/paper';
import { toStoredStatus } from '@/lib/core/papers/status';
import { readRowsOf } from '../queries/backup';
import { userDb } from '../user-database';
import { beginGenerations } from './copied';
import { type Action, journal } from './journal';
import { markStale } from './outbox';

/**
 * Merges a backup into the user's database, as one action, in one transaction: all of it or, where anything refuses,
 * nothing. Merged with the rows as they are now: another page may have changed them since the preview. Papers that the
 * restore has made seen, `newlySeen`, are part of the action. `beginsCopy`: what was made before is lost and the second
 * copy with it, so that the copy begins with this; in the same transaction, or a page that dies now would leave the backup
 * as uncopied as what was lost. Returns the rows of the journal.
 */
export async function applyRestore(
  { group, at }: Action,
  data: BackupData,
  { newlySeen = [], beginsCopy = false }: { newlySeen?: readonly Seen[] | undefined; beginsCopy?: boolean } = {},
): Promise<JournalRow[]> {
  const { statuses, topics, settings, outbox } = userDb;
  return userDb.transaction('rw', statuses, topics, settings, userDb.journal, outbox, async () => {
    const plan = planRestore(data, await readRowsOf(data));
    const head = { at, group, action: RESTORE };
    const marked = plan.statuses.filter(isWritten);
    const changed = plan.topics.filter(isWritten);
    const chosen = plan.settings.filter(isWritten);
    await statuses.bulkPut(marked.map(({ after }) => toStoredStatus(after)));
    await topics.bulkPut(changed.map(({ after }) => after));
    await settings.bulkPut(chosen.map(({ after }) => after));
    await markStale([
      ...marked.map(({ key }) => toStatusPart(key)),
      ...(changed.length > 0 ? (['topics'] as const) : []),
      ...(chosen.length > 0 ? (['settings'] as const) : []),
    ]);
    const rows: JournalRow[] = [
      ...toSeenChange(newlySeen, at).map((one) => ({ ...head, ...one, open: 'restored-papers' as const })),
      ...chosen.map((one) => ({
        ...head,
        ...toChange(one),
        table: 'settings' as const,
        open: 'restored-settings' as const,
      })),
      ...changed.map((one) => ({
        ...head,
        ...toChange(one),
        table: 'topics' as const,
        open: 'restored-topics' as const,
      })),
      ...marked.map((one) => ({
        ...head,
        ...toChange(one),
        table: 'statuses' as const,
        open: 'restored-papers' as const,
      })),
    ];
    await journal(rows);
    if (beginsCopy && rows.length > 0) await beginGenerations();
    return rows;
  });
}

function toSeenChange(seen: readonly Seen[], at: number): (SeenChange & { key: string })[] {
  if (seen.length === 0) return [];
  const after = { ids: seen.map(({ paperId }) => paperId), at, times: seen.map((row) => row.at) };
  return [{ table: 'seen', key: '', after }];
}

function toChange<Row>({ key, before, after }: Merged<Row>) {
  return before === undefined ? { key, after } : { key, before, after };
}
