import { saveSetting } from '@/lib/app/save-setting';
import { DEFAULT_SETTINGS, type SettingKey } from '@/lib/core/settings/settings';
import { attempt } from './attempt';

/** Puts the default in the place of a stored value that was not understood. */
export function storeDefault(key: SettingKey): void {
  attempt(saveSetting(key, DEFAULT_SETTINGS[key]));
}
