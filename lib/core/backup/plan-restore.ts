import { isSameValue } from '../merge/canonical';
import { mergeSetting } from '../merge/merge-setting';
import { mergeStatus } from '../merge/merge-status';
import { mergeTopic } from '../merge/merge-topic';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';
import type { BackupData } from './backup';

/** The rows of this profile that the backup has too, by key; of topics all. */
export interface CurrentRows {
  statuses: ReadonlyMap<string, Status>;
  topics: ReadonlyMap<string, Topic>;
  settings: ReadonlyMap<string, SettingRow>;
}

/** One entry of the backup with the row that is here and what both become. */
export interface Merged<Row> {
  key: string;
  before: Row | undefined;
  file: Row;
  after: Row;
}

export interface RestorePlan {
  statuses: Merged<Status>[];
  topics: Merged<Topic>[];
  settings: Merged<SettingRow>[];
  /** How many topics there are and will be, deleted ones not counted. */
  followed: { before: number; after: number };
  /** Names of new topics with the name and the query of one that is here under another id. */
  twins: string[];
}

/** What becomes of every entry of a backup among the rows that are here. What only this profile has is not touched. */
export function planRestore(data: BackupData, current: CurrentRows): RestorePlan {
  const topics = mergeEach(data.topics, current.topics, ({ id }) => id, mergeTopic);
  const after = new Map([...current.topics, ...topics.map(({ key, after }) => [key, after] as const)]);
  return {
    statuses: mergeEach(data.statuses, current.statuses, ({ paperId }) => paperId, mergeStatus),
    topics,
    followed: { before: countFollowed(current.topics), after: countFollowed(after) },
    twins: toTwins(topics, current.topics),
    settings: mergeEach(data.settings, current.settings, ({ key }) => key, mergeSetting),
  };
}

/** Whether the row has to be written: also where only a time is newer, which a later merge will go by. */
export function isWritten<Row>({ before, after }: Merged<Row>): boolean {
  return before === undefined || !isSameValue(before, after);
}

function countFollowed(topics: ReadonlyMap<string, Topic>): number {
  return [...topics.values()].filter(({ deletedAt }) => deletedAt === undefined).length;
}

function toTwins(merged: readonly Merged<Topic>[], here: ReadonlyMap<string, Topic>): string[] {
  const toText = ({ name, query }: Topic) => `${name.trim()}\n${query.trim()}`;
  const isFollowed = ({ deletedAt }: Topic) => deletedAt === undefined;
  const known = new Set([...here.values()].filter(isFollowed).map(toText));
  return merged.flatMap(({ before, after }) =>
    before === undefined && isFollowed(after) && known.has(toText(after)) ? [after.name] : [],
  );
}

function mergeEach<Row>(
  entries: readonly Row[],
  current: ReadonlyMap<string, Row>,
  toKey: (row: Row) => string,
  merge: (a: Row, b: Row) => Row,
): Merged<Row>[] {
  return entries.map((file) => {
    const key = toKey(file);
    const before = current.get(key);
    // With itself: a file may hold a topic that was changed after its deletion.
    return { key, before, file, after: merge(before ?? file, file) };
  });
}
