import { type Stamped, type Status, toStoredStatus } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';
import { byKey, type CopiedTable, toSoundRows } from './copied-rows';
import type { UserRows } from './shards';

/** Whatever the database holds under the tables that are copied, sound or not. */
export type RawRows = { readonly [T in CopiedTable]: readonly unknown[] };

/** `missing`: only settings that the database lacks; `differing`: the copy's are newer. They bear no time of their own. */
export type TakenSettings = 'none' | 'missing' | 'differing';

const STAMPED = ['read', 'starred', 'later', 'dismissed', 'note', 'tags'] as const;

/**
 * The rows of the database that the copy knows better: of a status each field with the newer time, of a topic the newer
 * row. A damaged row counts as none. Asked a second time there is nothing left to do.
 */
export function planMerge(ours: RawRows, copy: UserRows, taken: TakenSettings): UserRows {
  const statuses = byKey('statuses', toSoundRows('statuses', ours.statuses));
  const topics = byKey('topics', toSoundRows('topics', ours.topics));
  const settings = byKey('settings', toSoundRows('settings', ours.settings));
  return {
    statuses: copy.statuses.flatMap((row) => mergeStatus(statuses.get(row.paperId), row) ?? []),
    topics: copy.topics.filter((row) => isNewerTopic(row, topics.get(row.id))),
    settings: taken === 'none' ? [] : copy.settings.filter((row) => isTaken(row, settings.get(row.key), taken)),
  };
}

function mergeStatus(ours: Status | undefined, theirs: Status): Status | undefined {
  if (!ours) return toStoredStatus(theirs);
  const newer = STAMPED.filter((field) => {
    const stamp: Stamped<unknown> | undefined = theirs[field];
    return stamp !== undefined && stamp.at > (ours[field]?.at ?? Number.NEGATIVE_INFINITY);
  });
  if (newer.length === 0) return undefined;
  const fields = Object.fromEntries(newer.map((field) => [field, theirs[field]]));
  return toStoredStatus({ ...theirs, ...ours, ...fields });
}

function isNewerTopic(theirs: Topic, ours: Topic | undefined): boolean {
  return !ours || theirs.updatedAt > ours.updatedAt;
}

function isTaken(theirs: SettingRow, ours: SettingRow | undefined, taken: TakenSettings): boolean {
  if (!ours) return true;
  return taken === 'differing' && JSON.stringify(ours.value) !== JSON.stringify(theirs.value);
}
