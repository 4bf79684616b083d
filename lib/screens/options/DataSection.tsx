import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Part, Section } from '@/components/options/Section';
import { type SizeLine, SizeTable } from '@/components/options/SizeTable';
import { readUsage } from '@/lib/browser/storage';
import { toUnwrittenWords } from '@/lib/core/copy/copy-words';
import type { Settings } from '@/lib/core/settings/settings';
import { formatBytes } from '@/lib/core/sync/request-words';
import type { FeedState } from '@/lib/ui/use-feed';
import { type TableSize, useTableSizes } from '@/lib/ui/use-options-state';
import { BackupPart } from './BackupPart';
import { DeletePart } from './DeletePart';
import { RetentionPart } from './RetentionPart';
import { UndoLine } from './UndoLine';
import { useCopyTrouble } from './use-copy-trouble';

/** By database and table. One that is missing here is shown under its own name. */
const NAMES: Readonly<Record<string, string>> = {
  'feed papers': 'Papers',
  'feed listings': 'Places in the lists of days',
  'feed seen': 'Papers that were shown to you',
  'feed days': 'Days in the ledger',
  'feed requests': 'Requests that were made',
  'feed meta': 'Notes of the schedule',
  'user statuses': 'Papers you marked',
  'user topics': 'Topics, deleted ones too',
  'user settings': 'Settings you changed',
  'user journal': 'Actions, for undo',
  // With the one that says what is copied already.
  'user outbox': 'Notes for the second copy',
};

export interface DataSectionProps {
  settings: Settings;
  feed: FeedState | undefined;
  now: number;
  /** Texts of this page that are not saved: kept, they would be written again after the deletion. */
  onDropDrafts(work: () => Promise<void>): Promise<void>;
}

/** What is stored, how much of it, and the ways to be rid of it. */
export function DataSection({ settings, feed, now, onDropDrafts }: DataSectionProps): JSX.Element {
  const sizes = useTableSizes().value;
  const usage = useUsage(sizes);
  const trouble = useCopyTrouble(sizes?.find(({ table }) => table === 'outbox')?.rows);
  const toLines = (database: TableSize['database']): SizeLine[] =>
    (sizes ?? [])
      .filter((size) => size.database === database)
      .map(({ table, rows, bytes }) => ({
        name: NAMES[`${database} ${table}`] ?? table,
        rows: rows.toLocaleString('en-US'),
        size: rows === 0 ? '' : `about ${formatBytes(bytes)}`,
      }));

  return (
    <Section
      title="Data"
      lead="Everything is kept on this computer, in the browser’s own profile, and nowhere else but in the backups you save."
    >
      <Part
        title="What is stored"
        explains={`Numbers are exact, sizes reckoned from a sample.${usage === undefined ? '' : ` The browser counts ${formatBytes(usage)} in all.`}`}
      >
        {sizes && (
          <>
            <SizeTable caption="What you made" lines={toLines('user')} />
            <SizeTable caption="What was fetched, and what was shown to you" lines={toLines('feed')} />
          </>
        )}
        {trouble !== undefined && (
          <p role="alert">
            <strong class="is-missing">Not copied.</strong> {toUnwrittenWords(trouble)}
          </p>
        )}
      </Part>
      <BackupPart settings={settings} backup={feed?.backup} papers={toPapers(sizes)} now={now} />
      <UndoLine scope="restore" isOlder />
      <RetentionPart keepDays={settings.keepDays} pruned={feed?.pruned} now={now} />
      <DeletePart onDropDrafts={onDropDrafts} />
    </Section>
  );
}

/** The papers with their places in the lists. */
function toPapers(sizes: readonly TableSize[] | undefined): { rows: number; bytes: number } | undefined {
  if (!sizes) return undefined;
  const of = (name: string) => sizes.find(({ database, table }) => database === 'feed' && table === name);
  return { rows: of('papers')?.rows ?? 0, bytes: (of('papers')?.bytes ?? 0) + (of('listings')?.bytes ?? 0) };
}

/** Asked again when what is stored has changed. */
function useUsage(sizes: unknown): number | undefined {
  const [usage, setUsage] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the tables is the time to ask.
  useEffect(() => {
    void readUsage().then(setUsage);
  }, [sizes]);
  return usage;
}
