import { type Settings, type SettingProblem, toSettings } from '../../core/settings/settings';
import type { Topic } from '../../core/topics/topic';
import { userDb } from '../user-database';

/** The topics in the user's order, deleted ones left out. */
export async function readTopics(): Promise<Topic[]> {
  const topics = await userDb.topics.orderBy('position').toArray();
  return topics.filter((topic) => topic.deletedAt === undefined);
}

/** Every setting, with the stored values that were not understood. */
export async function readSettings(): Promise<{ settings: Settings; problems: SettingProblem[] }> {
  return toSettings(await userDb.settings.toArray());
}
