import * as z from 'zod/mini';
import { toCanonicalJson } from '../merge/canonical';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';
import type { BackupList, BackupPaper } from './backup';
import { paper } from './paper-schema';
import { address, entry, name, named, place, text, time, yesNo } from './schema-parts';

function stamped<T extends z.core.$ZodType>(value: T) {
  return z.exactOptional(entry({ value, at: time }));
}

const status = entry({
  paperId: name,
  title: z.exactOptional(text(0, 10_000)),
  link: z.exactOptional(address),
  read: stamped(yesNo),
  starred: stamped(yesNo),
  later: stamped(yesNo),
  dismissed: stamped(yesNo),
  note: stamped(text(0, 1_000_000)),
  tags: stamped(
    z.array(text(1, 1_000), named('must be a list')).check(z.maxLength(1_000, named('has more than 1000 tags'))),
  ),
});

const fieldTime = z.exactOptional(time);

/** Wider than that of a file of topics: whatever is stored comes back as it was, a name with a space at its end too. */
const topic = entry({
  id: z.uuid(named('must be a UUID')),
  name: text(0, 1_000),
  query: text(0, 10_000),
  colour: z.literal([0, 1, 2, 3, 4, 5, 6, 7], named('must be a whole number from 0 to 7')),
  badge: yesNo,
  notify: yesNo,
  enabled: yesNo,
  position: place,
  createdAt: time,
  updatedAt: time,
  deletedAt: fieldTime,
  times: z.exactOptional(
    entry({
      name: fieldTime,
      query: fieldTime,
      colour: fieldTime,
      badge: fieldTime,
      notify: fieldTime,
      enabled: fieldTime,
      position: fieldTime,
      deletedAt: fieldTime,
    }),
  ),
});

/** Any value: one of a newer version is kept, shown with its key and not used, as in the database. */
const setting = entry({
  key: name,
  value: z.exactOptional(
    z.unknown().check(z.refine((value) => toCanonicalJson(value).length <= 10_000, named('is too long for a setting'))),
  ),
  at: fieldTime,
});

export interface Entries {
  statuses: Status;
  topics: Topic;
  settings: SettingRow;
  papers: BackupPaper;
}

const SCHEMAS: { [K in BackupList]: z.ZodMiniType<Entries[K]> } = {
  statuses: status,
  topics: topic,
  settings: setting,
  papers: paper,
};

export type ParsedEntry<T> = { ok: true; entry: T } | { ok: false; path: (string | number)[]; problem: string };

/** The entry, or what is wrong with it and where. Never throws. */
export function parseEntry<K extends BackupList>(kind: K, value: unknown): ParsedEntry<Entries[K]> {
  const result = z.safeParse(SCHEMAS[kind] as z.ZodMiniType<Entries[K]>, value);
  if (result.success) return { ok: true, entry: result.data };
  const [issue] = result.error.issues;
  return {
    ok: false,
    path: (issue?.path ?? []) as (string | number)[],
    problem: issue?.message ?? 'is not understood',
  };
}
