import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { BulletList } from '@/components/options/BulletList';
import { Part, Section } from '@/components/options/Section';
import { type SizeLine, SizeTable } from '@/components/options/SizeTable';
import { deleteFeed, deleteOwnData } from '@/lib/app/delete-data';
import { readUsage } from '@/lib/browser/storage';
import { formatBytes } from '@/lib/core/sync/request-words';
import { toDetail } from '@/lib/ui/start';
import { type TableSize, useTableSizes } from '@/lib/ui/use-options-state';
import { toReplyWords } from './reply-words';

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
};

const OWN = [
  'All topics, also those you have deleted.',
  'What you have seen, read, starred, put aside or dismissed, with notes and tags.',
  'All settings, which go back to their defaults, and every action that could be undone.',
  'Texts you have begun to type in the options.',
];

type Asked = 'own' | 'feed';

export interface DataSectionProps {
  now: number;
  /** Texts of this page that are not saved: kept, they would be written again after the deletion. */
  onDropDrafts(): void;
}

/** What is stored, how much of it, and the ways to be rid of it. */
export function DataSection({ now, onDropDrafts }: DataSectionProps): JSX.Element {
  const sizes = useTableSizes().value;
  const usage = useUsage(sizes);
  const [asked, setAsked] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const toLines = (database: TableSize['database']): SizeLine[] =>
    (sizes ?? [])
      .filter((size) => size.database === database)
      .map(({ table, rows, bytes }) => ({
        name: NAMES[`${database} ${table}`] ?? table,
        rows: rows.toLocaleString('en-US'),
        size: rows === 0 ? '' : `about ${formatBytes(bytes)}`,
      }));

  const ask = (what: Asked) => {
    setProblem(undefined);
    setSaid('');
    setAsked(what);
  };
  const remove = async (work: () => Promise<string>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const words = await work();
      setAsked(undefined);
      setSaid(words);
    } catch (error) {
      setProblem(`It could not be deleted, or not all of it (${toDetail(error)}). You can try again.`);
    } finally {
      setBusy(false);
    }
  };
  const removeOwn = () =>
    remove(async () => {
      onDropDrafts();
      await deleteOwnData();
      return 'Deleted. Daily Papers is as it was after the installation; the stored papers are still here.';
    });
  const removeFeed = () =>
    remove(async () => {
      await deleteFeed();
      void readAgain();
      return 'Deleted. The papers are being fetched again.';
    });
  const readAgain = async () => {
    const { askSync } = await import('@/lib/app/ask-sync');
    const reply = await askSync('hand');
    setSaid(`The old papers were deleted. ${toReplyWords(reply, now)}`);
  };

  return (
    <Section title="Data" lead="Everything is kept on this computer, in the browser’s own profile, and nowhere else.">
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
      </Part>
      <Part
        title="Delete"
        explains="Topics can be saved to a file before, on the page Topics. Nothing brings them back after."
      >
        <div class="confirm-ways is-start">
          <Button onClick={() => ask('own')}>Delete everything I made…</Button>
          <Button onClick={() => ask('feed')}>Delete the stored papers and fetch them again…</Button>
        </div>
        <p role="status">{said}</p>
      </Part>
      {asked === 'own' && (
        <ConfirmDialog
          title="Delete everything you made?"
          action="Delete all of it"
          word="delete"
          busy={busy}
          problem={problem}
          onConfirm={() => void removeOwn()}
          onClose={() => setAsked(undefined)}
        >
          <p>This can’t be undone. These go:</p>
          <BulletList items={OWN} />
          <p>The stored papers stay; those of the last 14 days count as new again.</p>
        </ConfirmDialog>
      )}
      {asked === 'feed' && (
        <ConfirmDialog
          title="Delete the stored papers?"
          action="Delete and fetch again"
          busy={busy}
          problem={problem}
          onConfirm={() => void removeFeed()}
          onClose={() => setAsked(undefined)}
        >
          <p>
            All papers go, the ledger of days and the list of requests. The last 15 days are fetched again at once;
            older days only when you pick them. Your topics, marks and settings stay, and what was shown to you is not
            new again.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
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
