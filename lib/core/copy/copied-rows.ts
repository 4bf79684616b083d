import * as z from 'zod/mini';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';

const at = z.number();
const flag = z.exactOptional(z.object({ value: z.boolean(), at }));

/*
 * The rows as the copy holds them. Whatever is read from it goes through these, and whatever is written as well: one form
 * for each row, so that both sides are compared by their checksums. Unlike a file, the copy keeps a topic as it is
 * stored: cleaned, it would differ from the database for ever.
 */
const status = z.object({
  paperId: z.string().check(z.minLength(1)),
  title: z.exactOptional(z.string()),
  link: z.exactOptional(z.string()),
  read: flag,
  starred: flag,
  later: flag,
  dismissed: flag,
  note: z.exactOptional(z.object({ value: z.string(), at })),
  tags: z.exactOptional(z.object({ value: z.array(z.string()), at })),
});

const topic = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  query: z.string(),
  colour: z.literal([0, 1, 2, 3, 4, 5, 6, 7]),
  badge: z.boolean(),
  notify: z.boolean(),
  enabled: z.boolean(),
  position: z.number(),
  createdAt: at,
  updatedAt: at,
  deletedAt: z.exactOptional(at),
  times: z.exactOptional(
    z.object({
      name: z.exactOptional(at),
      query: z.exactOptional(at),
      colour: z.exactOptional(at),
      badge: z.exactOptional(at),
      notify: z.exactOptional(at),
      enabled: z.exactOptional(at),
      position: z.exactOptional(at),
      deletedAt: z.exactOptional(at),
    }),
  ),
});

const setting = z.object({
  key: z.string().check(z.minLength(1)),
  value: z.exactOptional(z.unknown()),
  at: z.exactOptional(at),
});

/** The rows of each table that is copied. */
export interface CopiedRows {
  statuses: Status;
  topics: Topic;
  settings: SettingRow;
}

export type CopiedTable = keyof CopiedRows;

const SCHEMAS: { readonly [T in CopiedTable]: z.ZodMiniType<CopiedRows[T]> } = {
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
    const result = z.safeParse(SCHEMAS[table], row);
    return result.success ? [result.data] : [];
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
