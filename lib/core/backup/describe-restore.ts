import { isSameValue } from '../merge/canonical';
import { STATUS_FIELDS, type StatusField } from '../merge/merge-status';
import { toFieldTime } from '../merge/merge-topic';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import { TOPIC_COLOURS } from '../topics/colours';
import { TOPIC_FIELDS, type Topic, type TopicField } from '../topics/topic';
import { BACKUP_KINDS, type BackupKind } from './backup';
import { isWritten, type Merged, type RestorePlan } from './plan-restore';

/** A value that is not the same here and in the backup. */
export interface Difference {
  field: string;
  mine: { words: string; at: number };
  theirs: { words: string; at: number };
  /** The later one. */
  winner: 'mine' | 'theirs';
}

export interface RestoreLine {
  key: string;
  /** The paper's title, the topic's name, the setting's key. */
  name: string;
  differences: Difference[];
}

/** What a restore would do with one kind of entries. */
export interface RestoreKind {
  kind: BackupKind;
  /** Names of those that are only in the backup. */
  fresh: string[];
  /** How many are the same. */
  equal: number;
  different: RestoreLine[];
}

export interface RestoreDescription {
  kinds: RestoreKind[];
  /** How many entries would be seen to change: new ones, and different ones of which a value of the backup wins. */
  changing: number;
  /** How many rows would be written: more, where only times or things that are gone would be noted. */
  writing: number;
}

/** What a restore would do, in words and numbers. Writes nothing. */
export function describeRestore(plan: RestorePlan): RestoreDescription {
  const kinds = [
    describe('statuses', plan.statuses, STATUS_VIEW),
    describe('topics', plan.topics, TOPIC_VIEW),
    describe('settings', plan.settings, SETTING_VIEW),
  ];
  const isTaken = ({ differences }: RestoreLine) => differences.some(({ winner }) => winner === 'theirs');
  const changing = kinds.reduce(
    (sum, { fresh, different }) => sum + fresh.length + different.filter(isTaken).length,
    0,
  );
  const writing = BACKUP_KINDS.reduce((sum, kind) => sum + countWritten(plan[kind]), 0);
  return { kinds, changing, writing };
}

function countWritten(merged: readonly Merged<unknown>[]): number {
  return merged.filter(isWritten).length;
}

/** How rows of one kind are told of. */
interface View<Row> {
  name(row: Row): string;
  /** Something of it is to be seen: not of a topic that was deleted, nor of marks that were all cleared. */
  isSeen(row: Row): boolean;
  fields: { name: string; value(row: Row): unknown; at(row: Row): number; words(value: unknown): string }[];
}

function describe<Row>(kind: BackupKind, merged: readonly Merged<Row>[], view: View<Row>): RestoreKind {
  const described: RestoreKind = { kind, fresh: [], equal: 0, different: [] };
  for (const one of merged) {
    const { before, file, after } = one;
    const differences = before === undefined ? [] : toDifferences(before, file, after, view);
    if (before === undefined && view.isSeen(after)) described.fresh.push(view.name(after));
    else if (differences.length === 0) described.equal += 1;
    else described.different.push({ key: one.key, name: view.name(before ?? after), differences });
  }
  return described;
}

function toDifferences<Row>(before: Row, file: Row, after: Row, { fields }: View<Row>): Difference[] {
  return fields.flatMap(({ name, value, at, words }): Difference[] => {
    const [mine, theirs] = [value(before), value(file)];
    if (words(mine) === words(theirs)) return [];
    return [
      {
        field: name,
        mine: { words: words(mine), at: at(before) },
        theirs: { words: words(theirs), at: at(file) },
        winner: isSameValue(value(after), theirs) ? 'theirs' : 'mine',
      },
    ];
  });
}

const yes = (set: string, cleared: string) => (value: unknown) => (value === true ? set : cleared);
const quoted = (value: unknown) => (typeof value === 'string' && value !== '' ? `“${value}”` : 'none');

const STATUS_WORDS: Readonly<Record<StatusField, [name: string, words: (value: unknown) => string]>> = {
  read: ['read', yes('read', 'unread')],
  starred: ['star', yes('starred', 'no star')],
  later: ['later', yes('kept for later', 'not for later')],
  dismissed: ['dismissed', yes('dismissed', 'not dismissed')],
  note: ['note', quoted],
  tags: ['tags', (value) => (Array.isArray(value) && value.length > 0 ? value.join(', ') : 'none')],
};

const STATUS_VIEW: View<Status> = {
  name: ({ title, paperId }) => title || paperId,
  isSeen: (row) =>
    STATUS_FIELDS.some((field) => {
      const value = row[field]?.value;
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    }),
  fields: STATUS_FIELDS.map((field) => ({
    name: STATUS_WORDS[field][0],
    value: (row) => row[field]?.value,
    at: (row) => row[field]?.at ?? 0,
    words: STATUS_WORDS[field][1],
  })),
};

const TOPIC_WORDS: Readonly<Record<TopicField, [name: string, words: (value: unknown) => string]>> = {
  name: ['name', quoted],
  query: ['query', quoted],
  colour: ['colour', (value) => TOPIC_COLOURS.find(({ colour }) => colour === value)?.name ?? 'unknown'],
  badge: ['badge', yes('counts on the badge', 'not on the badge')],
  notify: ['alerts', yes('on', 'off')],
  enabled: ['topic', yes('on', 'off')],
  position: ['place in the list', (value) => String(Number(value) + 1)],
  deletedAt: ['deleted', (value) => (value === undefined ? 'there' : 'deleted')],
};

const TOPIC_VIEW: View<Topic> = {
  name: ({ name, id }) => name || id,
  isSeen: ({ deletedAt }) => deletedAt === undefined,
  fields: TOPIC_FIELDS.map((field) => ({
    name: TOPIC_WORDS[field][0],
    value: (row) => row[field],
    at: (row) => toFieldTime(row, field),
    words: TOPIC_WORDS[field][1],
  })),
};

const SETTING_VIEW: View<SettingRow> = {
  name: ({ key }) => key,
  isSeen: ({ value }) => value !== undefined,
  fields: [
    {
      name: 'value',
      value: ({ value }) => value,
      at: ({ at = 0 }) => at,
      words: (value) => {
        if (value === undefined) return 'the default';
        if (typeof value === 'boolean') return value ? 'on' : 'off';
        return typeof value === 'string' ? value : JSON.stringify(value);
      },
    },
  ],
};
