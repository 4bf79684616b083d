import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Preferences {
  extensions?: { ui?: object; settings?: Record<string, { creation_flags?: number }> };
}

/**
 * Unpacked extensions are switched off at the next start unless the profile is a developer's.
 * @returns false where the profile was used before.
 */
export function prepareChromiumProfile(profile: string): boolean {
  const path = toPath(profile);
  if (existsSync(path)) return false;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(path, JSON.stringify({ extensions: { ui: { developer_mode: true } } } satisfies Preferences));
  return true;
}

/** Set on what the debugger installed: Chromium forgets it at the next start (Extension::InitFromValueFlags). */
const UNTIL_RESTART = 1 << 15;

/**
 * Makes the extension stay for the next start, as one the user loaded by hand. `--load-extension` would install it anew
 * at every start: no `onStartup`, alarms gone, and a restart could not be tested.
 * @returns false where the profile does not hold it in the form we know.
 */
export function keepExtension(profile: string, id: string): boolean {
  const path = toPath(profile);
  if (!existsSync(path)) return false;
  const preferences = JSON.parse(readFileSync(path, 'utf8')) as Preferences;
  const entry = preferences.extensions?.settings?.[id];
  if (entry?.creation_flags === undefined) return false;
  entry.creation_flags &= ~UNTIL_RESTART;
  writeFileSync(path, JSON.stringify(preferences));
  return true;
}

function toPath(profile: string): string {
  return join(profile, 'Default', 'Preferences');
}
