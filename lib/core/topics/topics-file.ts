import { toShown } from './plan-topics';
import type { Topic } from './topic';

/** Says whose file it is: any other JSON is refused by name. */
export const TOPICS_FORMAT = 'daily-papers-topics';
/** Goes up when a file of the new kind would be misread by the old reader. */
export const TOPICS_VERSION = 1;

/**
 * The topics as one JSON file, in their order:
 * `{ "format": "daily-papers-topics", "version": 1, "topics": [ … ] }`, each topic with id (UUID), name, query,
 * colour (0 to 7), badge, notify, enabled (true or false), position, createdAt and updatedAt (ms). Deleted ones are left
 * out. `readTopicsFile` reads it.
 */
export function toTopicsFile(topics: readonly Topic[]): string {
  const rows = toShown(topics).map((topic, position) => ({
    id: topic.id,
    name: topic.name,
    query: topic.query,
    colour: topic.colour,
    badge: topic.badge,
    notify: topic.notify === true,
    enabled: topic.enabled,
    position,
    createdAt: topic.createdAt,
    updatedAt: topic.updatedAt,
  }));
  return `${JSON.stringify({ format: TOPICS_FORMAT, version: TOPICS_VERSION, topics: rows }, undefined, 2)}\n`;
}
