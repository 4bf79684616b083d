import type { Topic, TopicColour, TopicId } from './topic';

/** Characters as people count them, spaces at the ends left out. */
export const TOPIC_NAME_LIMIT = 60;
/** Deleted ones not counted. More would make every badge count slow. */
export const TOPIC_LIMIT = 200;
const COLOUR_COUNT = 8;

type Positioned = Pick<Topic, 'id' | 'position' | 'deletedAt'>;

/** What a new topic is made of; the rest follows from the topics that are there. */
export interface TopicDraft {
  name: string;
  query: string;
  colour?: TopicColour | undefined;
  /** Default: on. */
  badge?: boolean | undefined;
}

/** A new topic at the end of the list, in the least used colour, its name made different from the others'. */
export function planTopic(draft: TopicDraft, topics: readonly Topic[], made: { id: TopicId; now: number }): Topic {
  return {
    id: made.id,
    name: toFreeName(draft.name, topics),
    query: draft.query,
    colour: draft.colour ?? nextColour(topics),
    badge: draft.badge ?? true,
    notify: false,
    enabled: true,
    position: nextPosition(topics),
    createdAt: made.now,
    updatedAt: made.now,
  };
}

/** The first colour that is used least, so that the first eight topics all differ. */
export function nextColour(topics: readonly Pick<Topic, 'colour' | 'deletedAt'>[]): TopicColour {
  const uses = Array.from({ length: COLOUR_COUNT }, () => 0);
  for (const { colour } of topics.filter(isKept)) uses[colour] = (uses[colour] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses)) as TopicColour;
}

/** Behind every other, deleted ones too: a restored topic keeps its place. */
export function nextPosition(topics: readonly Pick<Topic, 'position'>[]): number {
  return topics.reduce((last, topic) => Math.max(last, topic.position), -1) + 1;
}

/**
 * What has to be written so that the topic stands at `toIndex` among the topics shown (0 is the top; beyond the ends is
 * the end). Only rows whose position changes; none for an unknown id. The first positions are 0, 1, 2 … again, so that
 * equal or wide positions from a merge or an import heal with the first move.
 */
export function planMove(
  topics: readonly Positioned[],
  id: TopicId,
  toIndex: number,
): Pick<Topic, 'id' | 'position'>[] {
  const shown = toShown(topics);
  const from = shown.findIndex((topic) => topic.id === id);
  const moved = shown[from];
  if (!moved) return [];
  const rest = shown.filter((topic) => topic !== moved);
  const at = Number.isNaN(toIndex) ? from : Math.min(Math.max(Math.trunc(toIndex), 0), rest.length);
  const ordered = [...rest.slice(0, at), moved, ...rest.slice(at)];
  return ordered.flatMap((topic, position) => (topic.position === position ? [] : [{ id: topic.id, position }]));
}

/** The order of lists: by position, then by id, so that two devices with equal positions show the same. */
export function toShown<T extends Positioned>(topics: readonly T[]): T[] {
  return topics.filter(isKept).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** What is wrong with a name, in words; nothing when it can be saved. `id` is the topic that bears it, if there is one. */
export function findNameProblem(name: string, topics: readonly Topic[], id?: TopicId): string | undefined {
  const clean = toCleanName(name);
  if (clean === '') return 'Give the topic a name.';
  const length = [...clean].length;
  if (length > TOPIC_NAME_LIMIT) return `A name has at most ${TOPIC_NAME_LIMIT} characters; this one has ${length}.`;
  if (isTaken(clean, topics, id)) return `Another topic is called “${clean}” already. Choose another name.`;
  return undefined;
}

/** Nothing while another topic fits. */
export function findCountProblem(topics: readonly Pick<Topic, 'deletedAt'>[]): string | undefined {
  if (topics.filter(isKept).length < TOPIC_LIMIT) return undefined;
  return `There are ${TOPIC_LIMIT} topics, which is the most there can be. Delete one first.`;
}

/** The name itself, or with the first free number behind it ("Agents 2"), within the limit. Empty becomes "New topic". */
export function toFreeName(name: string, topics: readonly Topic[], id?: TopicId): string {
  const wanted = cut(toCleanName(name) || 'New topic', TOPIC_NAME_LIMIT);
  if (!isTaken(wanted, topics, id)) return wanted;
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const numbered = `${cut(wanted, TOPIC_NAME_LIMIT - suffix.length)}${suffix}`;
    if (!isTaken(numbered, topics, id)) return numbered;
  }
}

/** White space collapsed, and none at the ends. */
export function toCleanName(name: string): string {
  return name.replace(/\s+/gu, ' ').trim();
}

/** In any case: lists show names, and "agents" beside "Agents" helps nobody. */
function isTaken(name: string, topics: readonly Topic[], id: TopicId | undefined): boolean {
  const wanted = toKey(name);
  return topics.some((topic) => isKept(topic) && topic.id !== id && toKey(topic.name) === wanted);
}

function toKey(name: string): string {
  return toCleanName(name).normalize('NFKC').toLowerCase();
}

function cut(name: string, length: number): string {
  return [...name].slice(0, length).join('').trim();
}

function isKept(topic: Pick<Topic, 'deletedAt'>): boolean {
  return topic.deletedAt === undefined;
}
