import { STATUS_FIELDS, type StatusField } from '../merge/merge-status';
import { toFieldTime } from '../merge/merge-topic';
import type { Status } from '../papers/status';
import { toValueWords } from '../settings/setting-words';
import type { SettingRow } from '../settings/settings';
import { TOPIC_COLOURS } from '../topics/colours';
import { TOPIC_FIELDS, type Topic, type TopicField } from '../topics/topic';

/** How rows of one kind are told of. */
export interface View<Row> {
  name(row: Row): string;
  /** Something of it is to be seen: not of a topic that was deleted, nor of marks that were all cleared. */
  isSeen(row: Row): boolean;
  /** `value`: what was never set has the value of what was cleared. */
  fields: { name: string; value(row: Row): unknown; at(row: Row): number; words(value: unknown, row: Row): string }[];
  /** What holds where there is no row: of settings the default. */
  blank?(row: Row): Row;
}

const yes = (set: string, cleared: string) => (value: unknown) => (value === true ? set : cleared);
const quoted = (value: unknown) => (typeof value === 'string' && value !== '' ? `“${value}”` : 'none');

const STATUS_WORDS: Readonly<Record<StatusField, [name: string, words: (value: unknown) => string]>> = {
  read: ['read', yes('read', 'unread')],
  starred: ['star', yes('starred', 'no star')],
  later: ['later', yes('kept for later', 'not for later')],
  dismissed: ['dismissed', yes('dismissed', 'not dismissed')],
  note: ['note', quoted],
  tags: ['tags', (value) => (Array.isArray(value) && value.length > 0 ? value.map(quoted).join(', ') : 'none')],
};

const CLEARED: Readonly<Record<StatusField, unknown>> = {
  read: false,
  starred: false,
  later: false,
  dismissed: false,
  note: '',
  tags: [],
};

export const STATUS_VIEW: View<Status> = {
  name: ({ title, paperId }) => title || paperId,
  isSeen: (row) =>
    STATUS_FIELDS.some((field) => {
      const value = row[field]?.value;
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    }),
  fields: STATUS_FIELDS.map((field) => ({
    name: STATUS_WORDS[field][0],
    value: (row) => row[field]?.value ?? CLEARED[field],
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
  deletedAt: ['deleted', yes('deleted', 'there')],
};

export const TOPIC_VIEW: View<Topic> = {
  name: ({ name, id }) => name || id,
  isSeen: ({ deletedAt }) => deletedAt === undefined,
  fields: TOPIC_FIELDS.map((field) => ({
    name: TOPIC_WORDS[field][0],
    // When it was deleted is its time, and no other value.
    value: (row) => (field === 'deletedAt' ? row.deletedAt !== undefined : row[field]),
    at: (row) => toFieldTime(row, field),
    words: TOPIC_WORDS[field][1],
  })),
};

export const SETTING_VIEW: View<SettingRow> = {
  name: ({ key }) => key,
  isSeen: ({ value }) => value !== undefined,
  fields: [
    {
      name: 'value',
      value: ({ value }) => value,
      at: ({ at = 0 }) => at,
      words: (value, { key }) => toValueWords(key, value),
    },
  ],
  blank: ({ key }) => ({ key }),
};
