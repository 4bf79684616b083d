import { TOPIC_LIMIT } from './plan-topics';
import type { Topic } from './topic';
import { parseTopic } from './topic-schema';
import { TOPICS_FORMAT, TOPICS_VERSION } from './topics-file';

/** In characters: 200 topics with queries of full length are a quarter of it. */
export const TOPICS_FILE_LIMIT = 2_000_000;
/** Our files are three deep. A reader that goes down a call per bracket would die of a million. */
const DEPTH_LIMIT = 8;
const QUOTED_NAME = 60;

export type TopicsFileResult = { ok: true; topics: Topic[] } | { ok: false; problem: string };

/**
 * Reads a file of topics (topics-file.ts has its form). All or nothing: the first thing that is wrong is named with its
 * entry, in words for the person whose file it is. Never throws.
 */
export function readTopicsFile(text: string): TopicsFileResult {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return refuse('The file is empty.');
  if (body.length > TOPICS_FILE_LIMIT) return refuse('The file is too large to be a file of topics.');
  if (isTooDeep(body)) return refuse('The file is nested too deeply to be a file of topics.');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return refuse('The file is not JSON, or it was cut off on its way.');
  }
  const file = toOwnFields(value);
  if (!file || file.get('format') !== TOPICS_FORMAT)
    return refuse(`This is not a file of topics: it does not begin with "format": "${TOPICS_FORMAT}".`);
  const version = file.get('version');
  if (version !== TOPICS_VERSION) {
    return refuse(
      typeof version === 'number' && version > TOPICS_VERSION
        ? `The file was written by a newer version of Daily Papers (its form is ${version}, this one reads ${TOPICS_VERSION}). Update the extension first.`
        : `The file does not say which form it has: "version" must be ${TOPICS_VERSION}.`,
    );
  }
  const entries = file.get('topics');
  if (!Array.isArray(entries)) return refuse('The file has no list of "topics".');
  if (entries.length === 0) return refuse('The file holds no topics.');
  if (entries.length > TOPIC_LIMIT)
    return refuse(`The file holds ${entries.length.toLocaleString('en')} topics; there can be at most ${TOPIC_LIMIT}.`);
  return readEntries(entries);
}

function readEntries(entries: readonly unknown[]): TopicsFileResult {
  const topics: Topic[] = [];
  const places = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const result = parseTopic(entry);
    const called = toCalled(index, entry);
    if (!result.ok) return refuse(`${called}: ${result.problem}.`);
    if (result.topic.deletedAt !== undefined)
      return refuse(`${called}: it is marked as deleted. Take "deletedAt" away, or the whole entry.`);
    const twin = places.get(result.topic.id);
    if (twin !== undefined) return refuse(`${called}: it has the same id as topic ${twin}.`);
    places.set(result.topic.id, index + 1);
    topics.push(result.topic);
  }
  return { ok: true, topics };
}

/** `Topic 3, “Agents”`: the place in the file and, where it has one, the name. */
function toCalled(index: number, entry: unknown): string {
  const name = toOwnFields(entry)?.get('name');
  if (typeof name !== 'string' || name.trim() === '') return `Topic ${index + 1}`;
  const letters = [...name.replace(/\s+/g, ' ').trim()];
  const short = letters.length > QUOTED_NAME ? `${letters.slice(0, QUOTED_NAME - 1).join('')}…` : letters.join('');
  return `Topic ${index + 1}, “${short}”`;
}

/** Its own fields only: what a `__proto__` in the file says is nobody's. */
function toOwnFields(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (inString) {
      if (letter === '\\') i++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '[' || letter === '{') {
      if (++depth > DEPTH_LIMIT) return true;
    } else if (letter === ']' || letter === '}') depth--;
  }
  return false;
}

function refuse(problem: string): TopicsFileResult {
  return { ok: false, problem };
}
