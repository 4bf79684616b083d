/** Names are part of the contract: backups, tests and other tools rely on them (DESIGN, Data). */
export const FEED_DATABASE = 'daily-papers-feed';
export const USER_DATABASE = 'daily-papers-user';

export type DatabaseName = typeof FEED_DATABASE | typeof USER_DATABASE;

/** The newest version of each that this code knows; feed-database.ts and user-database.ts tell what each brought. */
export const VERSIONS: Readonly<Record<DatabaseName, number>> = { [FEED_DATABASE]: 2, [USER_DATABASE]: 5 };

/** Dexie counts in tens; by ones where code of an earlier version has added the indexes it missed: that is no later version. */
const NATIVE = 10;

/** True where an open database is of a later version than this code. */
export function isNewer(native: Pick<IDBDatabase, 'version'> | null | undefined, name: DatabaseName): boolean {
  return (native?.version ?? 0) >= (VERSIONS[name] + 1) * NATIVE;
}
