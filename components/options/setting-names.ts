import type { SettingKey } from '@/lib/core/settings/settings';

/** What each setting is called on the page. */
export const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  syncEveryMin: 'Read the feed',
  clearNewBy: 'A paper stops being new',
  showBadge: 'Show the number on the toolbar icon',
  quietHours: 'Quiet hours',
  quietFrom: 'Quiet hours, from',
  quietTo: 'Quiet hours, to',
  density: 'Density',
  theme: 'Theme',
  textSize: 'Text size',
  letterKeys: 'Keys of one letter',
  backupEvery: 'Backups by themselves',
  backupKeep: 'Backups to keep',
  keepDays: 'Keep papers',
};
