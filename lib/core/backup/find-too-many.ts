import type { BackupList } from './backup';

/** Ten times what the product is made for, and more. One restore of more rows would leave every page slow for ever. */
const MOST: Readonly<Record<BackupList, number>> = {
  statuses: 500_000,
  topics: 20_000,
  settings: 10_000,
  papers: 500_000,
};
/** Ten profiles full of topics that were merged. */
const MOST_FOLLOWED = 2_000;

/** "more than 2,000 topics", where a list has more rows than a file can have, whatever its rows are. */
export function findTooMany(kind: BackupList, rows: readonly unknown[]): string | undefined {
  if (rows.length > MOST[kind]) return toWords(MOST[kind], kind === 'topics' ? 'topics, deleted ones too' : kind);
  if (kind !== 'topics' || rows.filter(isFollowed).length <= MOST_FOLLOWED) return undefined;
  return toWords(MOST_FOLLOWED, kind);
}

function isFollowed(row: unknown): boolean {
  return (row as { deletedAt?: unknown } | null)?.deletedAt === undefined;
}

function toWords(count: number, what: string): string {
  return `more than ${count.toLocaleString('en-US')} ${what}`;
}
