import type { BackupEvery } from '../settings/settings';
import type { BackupSlots } from './backup-slots';

/** A backup that was made. */
export interface MadeBackup {
  /** ms */
  at: number;
  /** Its path where the browser tells it, else its name. */
  file: string;
  bytes: number;
  /** Whether it is known to be whole on the disk, or was only handed to the browser. */
  isSaved: boolean;
  /** Rows too damaged to be in it. */
  leftOut: number;
  /** How many papers are in it, of how many; absent from one without papers. */
  papers?: { taken: number; of: number };
}

/** What is known of the backups of this profile. */
export interface BackupState {
  /** The newest, by the schedule or by hand. */
  last?: MadeBackup;
  /** When the schedule last made one, or found that nothing had changed. */
  lookedAt?: number;
  /** The files of the schedule. Those made by hand are none of them, and never touched. */
  slots?: BackupSlots;
  /** Why the last try of the schedule brought none; absent after a success. */
  failure?: { at: number; words: string };
}

const DAY_MS = 86_400_000;
const PERIOD_MS: Readonly<Record<Exclude<BackupEvery, 'off'>, number>> = { daily: DAY_MS, weekly: 7 * DAY_MS };
/** A disk that is full stays so for a while, and every page that opens would try. */
const RETRY_MS = 3_600_000;
/** Clocks differ a little after a correction. */
const SLACK_MS = 60_000;

/** Whether the schedule has to look now. A time ahead of the clock is of a clock that was wrong, and holds nothing up. */
export function isBackupDue({ lookedAt, failure }: BackupState, every: BackupEvery, now: number): boolean {
  if (every === 'off') return false;
  if (failure && isWithin(failure.at, RETRY_MS, now)) return false;
  return lookedAt === undefined || !isWithin(lookedAt, PERIOD_MS[every], now);
}

function isWithin(at: number, ms: number, now: number): boolean {
  return at <= now + SLACK_MS && now - at < ms;
}

/** Of a file saved by hand: the moment of its making in UTC, so that names sort by age. */
export function toBackupName(at: number): string {
  const moment = new Date(at).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  return `daily-papers-backup-${moment}.json`;
}

/** The folder of the files, below that of downloads. */
export const BACKUP_FOLDER = 'Daily Papers';
