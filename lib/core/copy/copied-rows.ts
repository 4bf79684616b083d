import type { Stamped, Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';
import { anything, like, list, name, number, object, REFUSED, type Reader, text, yesNo } from './shapes';

const at = number;
const stamped = <T>(value: Reader<T>): Reader<Stamped<T>> =>
  object<Stamped<unknown>>({ value, at }, {}) as Reader<Stamped<T>>;
const flag = stamped(yesNo);

/*
 * The rows as the copy holds them. Whatever is read from it goes through these, and whatever is written as well: one form
 * for each row, so that both sides are compared by their checksums. Unlike a file, the copy keeps a topic as it is
 * stored: cleaned, it would differ from the database for ever.
 */
const status = object<Status>(
  { paperId: name },
  {
    title: text,
    link: text,
    read: flag,
    starred: flag,
    later: flag,
    dismissed: flag,
    note: stamped(text),
    tags: stamped(list(text)),
  },
);

const topic = object<Topic>(
  {
    id: name,
    name: text,
    query: text,
    colour: like((value) => [0, 1, 2, 3, 4, 5, 6, 7].includes(value as number)),
    badge: yesNo,
    notify: yesNo,
    enabled: yesNo,
    position: number,
    createdAt: at,
    updatedAt: at,
  },
  {
    deletedAt: at,
    times: object<NonNullable<Topic['times']>>(
      {},
      {
        name: at,
        query: at,
        colour: at,
        badge: at,
        notify: at,
        enabled: at,
        position: at,
        deletedAt: at,
      },
    ),
  },
);

const setting = object<SettingRow>({ key: name }, { value: anything, at });

/** The rows of each table that is copied. */
export interface CopiedRows {
  statuses: Status;
  topics: Topic;
  settings: SettingRow;
}

export type CopiedTable = keyof CopiedRows;

const FORMS: { readonly [T in CopiedTable]: Reader<CopiedRows[T]> } = {
  statuses: status,
  topics: topic,
  settings: setting,
};

/** What a row is known by in its table. */
const KEYS: { readonly [T in CopiedTable]: (row: CopiedRows[T]) => string } = {
  statuses: ({ paperId }) => paperId,
  topics: ({ id }) => id,
  settings: ({ key }) => key,
};

/** The rows that are sound, in the one form and order of the copy. A damaged row of the database is left out. */
export function toSoundRows<T extends CopiedTable>(table: T, rows: readonly unknown[]): CopiedRows[T][] {
  const keyOf = KEYS[table];
  const sound = rows.flatMap((row) => {
    const read = FORMS[table](row);
    return read === REFUSED ? [] : [read];
  });
  return sound.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** All of them, or `undefined` where one is not sound. */
export function parseRows<T extends CopiedTable>(table: T, rows: unknown): CopiedRows[T][] | undefined {
  if (!Array.isArray(rows)) return undefined;
  const sound = toSoundRows(table, rows);
  return sound.length === rows.length ? sound : undefined;
}

/** By their keys, for a look-up. */
export function byKey<T extends CopiedTable>(table: T, rows: readonly CopiedRows[T][]): Map<string, CopiedRows[T]> {
  return new Map(rows.map((row) => [KEYS[table](row), row]));
}
