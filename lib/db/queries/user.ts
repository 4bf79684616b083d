import { type Settings, type SettingProblem, toSettings } from '../../core/settings/settings';
import { toShown } from '../../core/topics/plan-topics';
import type { Topic } from '../../core/topics/topic';
import { userDb } from '../user-database';

/** The topics in the user's order, deleted ones left out. */
export async function readTopics(): Promise<Topic[]> {
  return toShown(await userDb.topics.toArray());
}

/** Every setting, with the stored values that were not understood. */
export async function readSettings(): Promise<{ settings: Settings; problems: SettingProblem[] }> {
  return toSettings(await userDb.settings.toArray());
}
