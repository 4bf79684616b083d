import { DEFAULT_SETTINGS, HOURS, type SettingKey, type Settings } from './settings';

/** The keys of settings that are chosen from a list. */
type ChosenKey = Exclude<SettingKey, 'showBadge' | 'quietHours' | 'letterKeys' | 'quietFrom' | 'quietTo'>;

/** The values of each setting in the words that the options show. */
export const VALUE_WORDS: { readonly [K in ChosenKey]: Readonly<Record<Settings[K], string>> } = {
  syncEveryMin: {
    15: 'Every 15 minutes',
    30: 'Every 30 minutes',
    60: 'Every hour',
    120: 'Every 2 hours',
    240: 'Every 4 hours',
    720: 'Every 12 hours',
    1440: 'Every 24 hours',
    0: 'Only by hand',
  },
  clearNewBy: { visible: 'When it was in sight', open: 'When the popup opens', hand: 'Only by hand' },
  theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: { comfortable: 'Comfortable', compact: 'Compact' },
  textSize: { small: 'Small', normal: 'Normal', large: 'Large', huge: 'Huge' },
  backupEvery: { off: 'Off', daily: 'Every day', weekly: 'Every week' },
  backupKeep: { 3: 'The last 3', 7: 'The last 7', 14: 'The last 14', 30: 'The last 30' },
  keepDays: {
    0: 'For ever',
    730: 'For two years',
    365: 'For a year',
    180: 'For 180 days',
    90: 'For 90 days',
  },
};

/** "07:00" */
export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** A value of a setting as the options show it; what they don't know, as it is stored. `undefined` is the default. */
export function toValueWords(key: string, value: unknown): string {
  if (value === undefined) return toDefaultWords(key);
  const known = toKnownWords(key, value);
  if (known !== undefined) return known;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toDefaultWords(key: string): string {
  if (!Object.hasOwn(DEFAULT_SETTINGS, key)) return 'the default';
  return `the default (${toValueWords(key, DEFAULT_SETTINGS[key as SettingKey])})`;
}

function toKnownWords(key: string, value: unknown): string | undefined {
  if ((key === 'quietFrom' || key === 'quietTo') && HOURS.includes(value as number)) return formatHour(value as number);
  if (!Object.hasOwn(VALUE_WORDS, key)) return undefined;
  const words: Readonly<Record<string, string>> = VALUE_WORDS[key as ChosenKey];
  const isKnown = (typeof value === 'string' || typeof value === 'number') && Object.hasOwn(words, value);
  // The text “365” is no number of days, and not shown as one.
  return isKnown && typeof value === typeof DEFAULT_SETTINGS[key as ChosenKey] ? words[value] : undefined;
}
