import fc from 'fast-check';
import { DAY_MS, toUtcDay } from '@/lib/core/days/day';
import type { UndoScope } from '@/lib/core/journal/journal';
import type { Paper } from '@/lib/core/papers/paper';
import type { StatusFlag } from '@/lib/core/papers/status';
import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';
import { userDb } from '@/lib/db/user-database';
import type { Context } from './contexts';

export const PAPERS = [
  'Agents that plan',
  'Video diffusion',
  'Agents in video worlds',
  'A survey',
  'Speech',
  'Old agents',
].map(
  (title, i): Paper => ({
    id: `2611.0000${i}`,
    title,
    summary: '',
    authors: [],
    dailyDate: toUtcDay(Date.now() - (i === 5 ? 40 : i > 2 ? i - 2 : 0) * DAY_MS),
    upvotes: i,
    comments: 0,
    keywords: [],
    mediaUrls: [],
    categories: [],
    firstSeenAt: 0,
    updatedAt: 0,
  }),
);

function toTopic(i: number, query: string, rest: Partial<Topic> = {}): Topic {
  const id = `0000000${i}-0000-4000-8000-000000000000`;
  const times = { createdAt: i, updatedAt: i };
  return {
    id,
    name: `T${i}`,
    query,
    colour: 0,
    badge: true,
    notify: false,
    enabled: true,
    position: i,
    ...times,
    ...rest,
  };
}

/** With a gap in the order, as a merge of two devices leaves it. */
export const TOPICS = [toTopic(0, 'agent'), toTopic(2, 'is:starred'), toTopic(5, 'x', { deletedAt: 3 })];

/** Something that is done in a page. A failure names it with what it was given. */
type Act = (page: Context) => Promise<unknown>;

function named<T extends readonly unknown[]>(
  name: string,
  given: fc.Arbitrary<T>,
  act: (page: Context, ...given: T) => Promise<unknown>,
): fc.Arbitrary<Act> {
  return given.map((values) => {
    const words = `${name}(${values.map(toWord).join(', ')})`;
    return Object.assign((page: Context) => act(page, ...values), { [fc.toStringMethod]: () => words });
  });
}

/** Papers by their ids alone. */
function toWord(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one?.title === 'string' ? one.id : one)) ?? 'undefined';
}

const topicAt = async (i: number): Promise<string> => {
  const topics = await userDb.topics.toArray();
  return topics[i % Math.max(topics.length, 1)]?.id ?? 'none';
};

/** Objects as pages make them, and short words for them. */
const PLAIN = { noNullPrototype: true } as const;
const some = fc.subarray(PAPERS, { minLength: 1 });
const flag = fc.constantFrom<StatusFlag>('read', 'starred', 'later', 'dismissed');
const which = fc.nat({ max: 7 });
const query = fc.constantFrom(
  'agent',
  'video',
  'is:starred',
  'agent -is:dismissed',
  '-is:read',
  'survey OR speech',
  'a (',
);
const name = fc.constantFrom('T0', 'Agents', 'agents', 'Video', '');
const switches = fc
  .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.nat({ max: 7 }))
  .map(([badge, notify, enabled, colour]) => ({ badge, notify, enabled, colour: colour as TopicColour }));
const settings = fc.constantFrom<[SettingKey, Settings[SettingKey]]>(
  ['showBadge', false],
  ['showBadge', true],
  ['theme', 'light'],
  ['density', 'compact'],
  ['textSize', 'huge'],
  ['letterKeys', false],
  ['syncEveryMin', 0],
  ['syncEveryMin', 240],
  ['clearNewBy', 'hand'],
  ['quietHours', true],
  ['quietFrom', 3],
  ['quietTo', 22],
);

/** A backup of long ago, or of a device whose clock is a day ahead. */
function restore(
  page: Context,
  papers: Paper[],
  value: boolean,
  i: number,
  text: string,
  [key, chosen]: [SettingKey, Settings[SettingKey]],
  isAhead: boolean,
): Promise<unknown> {
  const at = isAhead ? Date.now() + DAY_MS : 1;
  const statuses = papers.map(({ id, title }) => ({
    paperId: id,
    title,
    read: { value, at },
    later: { value: true, at },
  }));
  const topics = [toTopic(i, text, { updatedAt: at })];
  return page.restoreBackup({
    made: 0,
    app: '0.1.0',
    data: { statuses, topics, settings: [{ key, value: chosen, at }] },
  });
}

/** Every action of the user, with what a page could pass to it. */
const action: fc.Arbitrary<Act> = fc.oneof(
  named('setFlag', fc.tuple(some, flag, fc.boolean()), (page, papers, what, value) =>
    page.setFlag(papers, what, value),
  ),
  named('markSeenByHand', fc.tuple(some), (page, papers) => page.markSeenByHand(papers.map(({ id }) => id))),
  named('createTopic', fc.tuple(name, query), (page, called, text) => page.createTopic({ name: called, query: text })),
  named('updateTopic', fc.tuple(which, fc.record({ query }, PLAIN)), async (page, i, patch) =>
    page.updateTopic(await topicAt(i), patch),
  ),
  named('updateTopic', fc.tuple(which, fc.record({ name }, PLAIN)), async (page, i, patch) =>
    page.updateTopic(await topicAt(i), patch),
  ),
  named('updateTopic', fc.tuple(which, switches), async (page, i, patch) => page.updateTopic(await topicAt(i), patch)),
  named('moveTopic', fc.tuple(which, which), async (page, i, to) => page.moveTopic(await topicAt(i), to)),
  named('deleteTopic', fc.tuple(which), async (page, i) => page.deleteTopic(await topicAt(i))),
  named('restoreTopic', fc.tuple(which), async (page, i) => page.restoreTopic(await topicAt(i))),
  named('updateTopicFrom', fc.tuple(which, query, query), async (page, i, text, from) =>
    page.updateTopicFrom(await topicAt(i), { query: text }, { query: from }),
  ),
  named('pickTopic', fc.tuple(query), (page, text) => page.pickTopic({ name: 'Picked', query: text })),
  named('unpickTopic', fc.tuple(query, fc.option(which)), async (page, text, made) =>
    page.unpickTopic(text, new Set(made === null ? [] : [await topicAt(made)])),
  ),
  named('importTopics', fc.tuple(which, query, name), (page, i, text, called) =>
    page.importTopics([toTopic(i, text, { name: called || 'X' }), toTopic(9, text, { name: 'Nine' })]),
  ),
  named('saveSetting', settings, (page, key, value) => page.saveSetting(key, value)),
  named('restoreBackup', fc.tuple(some, fc.boolean(), which, query, settings, fc.boolean()), restore),
);

const undo = named(
  'undoLast',
  fc.tuple(fc.constantFrom<UndoScope>('papers', 'topics', 'settings', 'popup', 'restore', 'all')),
  (page, scope) => page.undoLast(scope),
);

/** The undo in the message about an action that may be long ago, or undone. */
const undoOlder = named('undoGroup', fc.tuple(fc.nat({ max: 20 })), async (page, back) => {
  const groups = [...new Set((await userDb.journal.toArray()).flatMap(({ group }) => group ?? []))];
  return page.undoGroup(groups.at(-1 - back) ?? 'none');
});
const anyUndo = fc.oneof(undo, undoOlder);

const page = fc.nat({ max: 2 });
/** What is typed after such a pause is no part of the edit before it: on a slow machine alone it would be played. */
const pauseMs = fc.constantFrom(0, 0, 0, 12_000);

export interface Step {
  pauseMs: number;
  acts: (readonly [page: number, act: Act])[];
}

/** What happens next: after a pause something in one page, or two things in two pages at once. */
export const step: fc.Arbitrary<Step> = fc.record(
  {
    pauseMs,
    acts: fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.tuple(page, action)) },
      { weight: 2, arbitrary: fc.tuple(fc.tuple(page, action), fc.tuple(page, action)) },
      { weight: 1, arbitrary: fc.tuple(fc.tuple(page, anyUndo)) },
      { weight: 1, arbitrary: fc.tuple(fc.tuple(page, anyUndo), fc.tuple(page, action)) },
    ),
  },
  PLAIN,
);
