import './backup-schedule.css';
import './host-access.css';
import type { JSX } from 'preact';
import { VALUE_WORDS } from '@/lib/core/settings/setting-words';
import type { BackupEvery, BackupKeep } from '@/lib/core/settings/settings';
import { Button } from '../controls/Button';
import { type Choice, ChoiceGroup } from '../controls/ChoiceGroup';
import { useHeir } from '../controls/use-heir';
import { SelectRow } from './SelectRow';
import { SETTING_NAMES } from './setting-names';

const CHOICES: readonly Choice<BackupEvery>[] = [
  { value: 'off', words: VALUE_WORDS.backupEvery.off },
  { value: 'daily', words: VALUE_WORDS.backupEvery.daily },
  { value: 'weekly', words: VALUE_WORDS.backupEvery.weekly },
];

const KEEP: readonly { value: BackupKeep; words: string }[] = [
  { value: 3, words: VALUE_WORDS.backupKeep[3] },
  { value: 7, words: VALUE_WORDS.backupKeep[7] },
  { value: 14, words: VALUE_WORDS.backupKeep[14] },
  { value: 30, words: VALUE_WORDS.backupKeep[30] },
];

export interface BackupScheduleProps {
  every: BackupEvery;
  keep: BackupKeep;
  /** Whether files may be saved; `undefined` while it is being asked. */
  granted: boolean | undefined;
  /** The last question to the user was answered with no. */
  refused: boolean;
  onEvery(every: BackupEvery): void;
  onKeep(keep: BackupKeep): void;
  onGrant(): void;
}

/** Backups that are saved by themselves: how often, how many are kept, and whether the browser lets us. */
export function BackupSchedule(props: BackupScheduleProps): JSX.Element {
  const { every, keep, granted, refused, onEvery, onKeep, onGrant } = props;
  const isMissing = every !== 'off' && granted === false;
  const heir = useHeir<HTMLDivElement>(isMissing);
  return (
    <>
      <div ref={heir} class="backup-schedule">
        <ChoiceGroup
          legend={SETTING_NAMES.backupEvery}
          explains="Without the papers, into the folder “Daily Papers” among your downloads, when you open Daily Papers and something has changed since the last one. The browser asks you once whether files may be saved."
          choices={CHOICES}
          value={every}
          onChange={onEvery}
        />
      </div>
      {isMissing && (
        <>
          <p>
            <strong class="is-missing">Not allowed.</strong> The browser does not let files be saved, so no backup is
            made by itself. “Back up now” works all the same.
          </p>
          <Button look="solid" onClick={onGrant}>
            Allow saving files
          </Button>
        </>
      )}
      <p role="status">{refused ? 'The browser did not allow it. You can ask again.' : ''}</p>
      {every !== 'off' && (
        <SelectRow
          label={SETTING_NAMES.backupKeep}
          explains="The newest overwrites the oldest of them. Those you saved by hand stay."
          choices={KEEP}
          value={keep}
          onChange={onKeep}
        />
      )}
    </>
  );
}
