/** How papers stop being new: at least half in sight for a second, when the popup opens, or only by hand. */
export type ClearNewBy = 'visible' | 'open' | 'hand';
/** Minutes between automatic syncs; 0: only by hand. */
export type SyncEveryMin = 0 | 15 | 30 | 60 | 120 | 240 | 720 | 1440;

/** How often a page that opens saves a backup by itself. */
export type BackupEvery = 'off' | 'daily' | 'weekly';
/** How many of these files are kept. */
export type BackupKeep = 3 | 7 | 14 | 30;
/** Days after which stored papers that bear no mark are deleted; 0: never. More than a sync looks back for gaps. */
export type KeepDays = 0 | 90 | 180 | 365 | 730;

export interface Settings {
  syncEveryMin: SyncEveryMin;
  clearNewBy: ClearNewBy;
  /** Show the number on the toolbar icon. */
  showBadge: boolean;
  /** Alerts wait from `quietFrom` to `quietTo`: full hours of the user's own day, 0 to 23; across midnight too. */
  quietHours: boolean;
  quietFrom: number;
  quietTo: number;
  density: 'comfortable' | 'compact';
  theme: 'system' | 'light' | 'dark';
  /** Of every page, on top of the browser's own. */
  textSize: 'small' | 'normal' | 'large' | 'huge';
  /** Keys of one character act in the popup. Off for speech input and hands that slip (WCAG 2.1.4). */
  letterKeys: boolean;
  backupEvery: BackupEvery;
  backupKeep: BackupKeep;
  keepDays: KeepDays;
}

export type SettingKey = keyof Settings;

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  syncEveryMin: 60,
  clearNewBy: 'visible',
  showBadge: true,
  quietHours: false,
  quietFrom: 22,
  quietTo: 7,
  density: 'comfortable',
  theme: 'system',
  textSize: 'normal',
  letterKeys: true,
  backupEvery: 'off',
  backupKeep: 7,
  keepDays: 0,
};

/** The full hours of a day. */
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

const CHOICES: { [K in SettingKey]: readonly Settings[K][] } = {
  syncEveryMin: [0, 15, 30, 60, 120, 240, 720, 1440],
  clearNewBy: ['visible', 'open', 'hand'],
  showBadge: [true, false],
  quietHours: [true, false],
  quietFrom: HOURS,
  quietTo: HOURS,
  density: ['comfortable', 'compact'],
  theme: ['system', 'light', 'dark'],
  textSize: ['small', 'normal', 'large', 'huge'],
  letterKeys: [true, false],
  backupEvery: ['off', 'daily', 'weekly'],
  backupKeep: [3, 7, 14, 30],
  keepDays: [0, 90, 180, 365, 730],
};

export interface SettingRow {
  key: string;
  /** Absent where the choice was taken back: the default holds, and a merge knows since when. */
  value?: unknown;
  /** When it was chosen, so that two devices can merge. Absent in rows of which that was never known: the oldest. */
  at?: number;
}

/** A stored value this version does not understand. It is shown, its default is used, and it is not overwritten. */
export interface SettingProblem {
  key: SettingKey;
  value: unknown;
}

/** True when `value` is one of the values `key` may have. */
function isSettingValue<K extends SettingKey>(key: K, value: unknown): value is Settings[K] {
  return (CHOICES[key] as readonly unknown[]).includes(value);
}

/** Each setting falls back alone; rows of unknown keys (a newer version's) are left out and untouched. */
export function toSettings(rows: readonly SettingRow[]): { settings: Settings; problems: SettingProblem[] } {
  const settings: Settings = { ...DEFAULT_SETTINGS };
  const problems: SettingProblem[] = [];
  for (const { key, value } of rows) {
    if (!Object.hasOwn(CHOICES, key) || value === undefined) continue;
    const known = key as SettingKey;
    if (isSettingValue(known, value)) Object.assign(settings, { [known]: value });
    else problems.push({ key: known, value });
  }
  return { settings, problems };
}
