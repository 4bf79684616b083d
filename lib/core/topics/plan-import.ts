import { findCountProblem, nextPosition, toFreeName } from './plan-topics';
import type { Topic } from './topic';

/**
 * The rows to write so that topics from a file are among the topics. One whose id is known takes the file's words and
 * comes back in its place where it was deleted; the others follow behind, in the file's order, under names of their
 * own. Left alone: what is there already, word for word, and what the file marks as deleted.
 * @throws Error in words for the user when they would be more than there can be.
 */
export function planImport(incoming: readonly Topic[], topics: readonly Topic[], now: number): Topic[] {
  const all = new Map(topics.map((topic) => [topic.id, topic]));
  const planned: Topic[] = [];
  const inOrder = incoming.filter(({ deletedAt }) => deletedAt === undefined).sort((a, b) => a.position - b.position);
  for (const topic of inOrder) {
    const present = [...all.values()];
    const known = all.get(topic.id);
    if (
      !known &&
      present.some((one) => one.deletedAt === undefined && one.name === topic.name && one.query === topic.query)
    )
      continue;
    if (!known || known.deletedAt !== undefined) refuseMore(present);
    const row: Topic = {
      ...topic,
      name: toFreeName(topic.name, present, topic.id),
      position: known?.position ?? nextPosition(present),
      createdAt: known?.createdAt ?? topic.createdAt,
      updatedAt: now,
    };
    all.set(row.id, row);
    planned.push(row);
  }
  return planned;
}

function refuseMore(topics: readonly Topic[]): void {
  const problem = findCountProblem(topics);
  if (problem !== undefined) throw new Error(`${problem} Nothing was imported.`);
}
