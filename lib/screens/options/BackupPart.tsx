import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { FileButton } from '@/components/controls/FileButton';
import { Switch } from '@/components/controls/Switch';
import { UndoBar } from '@/components/controls/UndoBar';
import { BackupSchedule } from '@/components/options/BackupSchedule';
import { LastBackup } from '@/components/options/LastBackup';
import { RestoreDialog } from '@/components/options/RestoreDialog';
import { Part } from '@/components/options/Section';
import { saveSetting } from '@/lib/app/save-setting';
import { undoGroup } from '@/lib/app/undo';
import type { BackupState } from '@/lib/core/backup/backup-state';
import {
  toBackupFailureWords,
  toLastBackupWords,
  toLeftOutWords,
  toMadeWords,
  toWithPapersWords,
} from '@/lib/core/backup/backup-words';
import type { BackupEvery, Settings } from '@/lib/core/settings/settings';
import { toWaitsWords } from '@/lib/core/sync/newer-words';
import { toDetail } from '@/lib/ui/start';
import { useIsNewer } from '@/lib/ui/use-newer-data';
import { attempt } from './attempt';
import { useDownloadsAccess } from './use-access';
import { useOneAtATime } from './use-one-at-a-time';
import { useRestore } from './use-restore';

export interface BackupPartProps {
  settings: Settings;
  backup: BackupState | undefined;
  /** How many papers are stored, and about how much that is; absent until they were counted. */
  papers: { rows: number; bytes: number } | undefined;
  now: number;
}

/** What the user made, out to a file and in from one; by hand, and by itself. */
export function BackupPart({ settings, backup = {}, papers, now }: BackupPartProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  // Not kept: a file for the notes is what most come for, and one with all papers is a thing to say each time.
  const [withPapers, setWithPapers] = useState(false);
  const isNewer = useIsNewer();
  const access = useDownloadsAccess();
  const isOn = settings.backupEvery !== 'off';
  const restore = useRestore(() => setSaid(''));
  const undoing = useOneAtATime();
  const status = useRef<HTMLParagraphElement>(null);

  const backUp = async () => {
    setBusy(true);
    setSaid('');
    if (restore.done?.count === 0) restore.forget();
    try {
      const { backUpNow } = await import('@/lib/app/back-up');
      setSaid(toMadeWords(await backUpNow({ papers: withPapers })));
    } catch (error) {
      setSaid(`No backup was made (${toDetail(error)}). What you made is safe in the browser; you can try again.`);
    } finally {
      setBusy(false);
    }
  };
  const takeBack = async (group: string) => {
    const undone = await undoGroup(group);
    restore.forget();
    setSaid(undone?.words ?? 'It was taken back already.');
    // The button has gone, and the focus with it.
    status.current?.focus();
  };
  const choose = async (every: BackupEvery) => {
    // First of all: the browser asks only in the turn of the click. Where it does not take a key for one it throws: the
    // choice holds all the same, and the button that asks stands below it.
    if (every !== 'off' && access.granted !== true) await access.request().catch(() => false);
    await saveSetting('backupEvery', every);
    await backUpIfDue();
  };

  return (
    <>
      <Part
        title="Backup"
        explains="One file with your topics, marks, notes, tags and settings, for this browser or another one. The papers are not in it unless you say so."
      >
        <div class="confirm-ways is-start">
          <Button onClick={() => void backUp()} disabled={busy}>
            {busy ? 'Backing up…' : 'Back up now'}
          </Button>
          <FileButton disabled={isNewer} onFile={(file) => attempt(restore.choose(file))}>
            Restore a backup…
          </FileButton>
        </div>
        {isNewer && <p>Restoring {toWaitsWords()}</p>}
        <Switch checked={withPapers} onChange={setWithPapers} explains={toWithPapersWords(papers)}>
          With the papers
        </Switch>
        <p role="status" ref={status} tabIndex={-1}>
          {restore.reading ? 'Reading the file…' : restore.done?.count === 0 ? restore.done.words : said}
        </p>
        {restore.done && restore.done.count > 0 && (
          <UndoBar
            words={restore.done.words}
            busy={undoing.busy}
            onUndo={() => restore.done && undoing.begin(() => takeBack(restore.done?.group ?? ''))}
            onClose={restore.forget}
          />
        )}
        <LastBackup
          words={toLastBackupWords(backup, now)}
          failure={isOn ? toBackupFailureWords(backup, now) : undefined}
          leftOut={toLeftOutWords(backup, now)}
        />
        <BackupSchedule
          every={settings.backupEvery}
          keep={settings.backupKeep}
          granted={access.granted}
          refused={access.refused}
          onEvery={(every) => attempt(choose(every))}
          onKeep={(keep) => attempt(saveSetting('backupKeep', keep))}
          onGrant={() => attempt(access.request().then((granted) => (granted ? backUpIfDue() : undefined)))}
        />
      </Part>
      {/* Outside: a part gives its children the distance of its own. */}
      {restore.chosen && (
        <RestoreDialog
          key={restore.chosen.turn}
          fileName={restore.chosen.fileName}
          offer={restore.chosen.offer}
          now={now}
          busy={restore.busy}
          failure={restore.failure}
          onRestore={(wants) => attempt(restore.restore(wants))}
          onClose={restore.close}
        />
      )}
    </>
  );
}

async function backUpIfDue(): Promise<void> {
  const app = await import('@/lib/app/back-up');
  await app.backUpIfDue();
}
