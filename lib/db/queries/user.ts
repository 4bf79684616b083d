import { type SettingProblem, type Settings, toSettings } from '@/lib/core/settings/settings';
import { toShown } from '@/lib/core/topics/plan-topics';
import type { Topic } from '@/lib/core/topics/topic';
import { userDb } from '../user-database';

/** The topics in the user's order, deleted ones left out. */
export async function readTopics(): Promise<Topic[]> {
  return toShown(await userDb.topics.toArray());
}

/** Every setting, with the stored values that were not understood. */
export async function readSettings(): Promise<{ settings: Settings; problems: SettingProblem[] }> {
  return toSettings(await userDb.settings.toArray());
}
