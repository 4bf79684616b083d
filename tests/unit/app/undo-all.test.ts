import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { toUtcDay } from '@/lib/core/days/day';
import type { UndoScope } from '@/lib/core/journal/journal';
import type { Paper } from '@/lib/core/papers/paper';
import type { StatusFlag } from '@/lib/core/papers/status';
import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';
import { feedDb } from '@/lib/db/feed-database';
import { readStart } from '@/lib/db/queries/read-start';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../../harness/fake-locks';
import { type Context, icon, memory, openContext, readByValue, recountBadge } from './contexts';

const TODAY = toUtcDay(Date.now());
const DAY_MS = 86_400_000;

const PAPERS = [
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
const TOPICS = [toTopic(0, 'agent'), toTopic(2, 'is:starred'), toTopic(5, 'x', { deletedAt: 3 })];

/** As after a while of use. */
async function seed(): Promise<void> {
  for (const table of [...feedDb.tables, ...userDb.tables]) await table.clear();
  await feedDb.papers.bulkPut(PAPERS);
  await feedDb.listings.bulkPut(
    PAPERS.map(({ id, dailyDate }, rank) => ({
      source: 'huggingface',
      date: dailyDate,
      paperId: id,
      rank,
      firstSeenAt: 0,
    })),
  );
  await feedDb.seen.put({ paperId: '2611.00001', at: 77 });
  await userDb.topics.bulkPut(TOPICS);
  await userDb.statuses.put({ paperId: '2611.00000', title: 'Agents that plan', starred: { value: true, at: 5 } });
  await userDb.settings.bulkPut([
    { key: 'theme', value: 'dark' },
    { key: 'density', value: 'unknown to this version' },
  ]);
  // As the start of the browser painted it: an action that changes nothing paints nothing.
  icon.text = await recountBadge(TODAY);
  memory['first-list'] = JSON.stringify(await readStart(Date.now()));
}

type Act = (page: Context) => Promise<unknown>;

const topicAt = async (i: number): Promise<string> => {
  const topics = await userDb.topics.toArray();
  return topics[i % Math.max(topics.length, 1)]?.id ?? 'none';
};

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

/** Every action of the user, with what a page could pass to it. */
const action: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(some, flag, fc.boolean()).map(
    ([papers, what, value]): Act =>
      (page) =>
        page.setFlag(papers, what, value),
  ),
  some.map(
    (papers): Act =>
      (page) =>
        page.markSeenByHand(papers.map(({ id }) => id)),
  ),
  fc.tuple(name, query).map(
    ([called, text]): Act =>
      (page) =>
        page.createTopic({ name: called, query: text }),
  ),
  fc.tuple(which, query).map(
    ([i, text]): Act =>
      async (page) =>
        page.updateTopic(await topicAt(i), { query: text }),
  ),
  fc.tuple(which, name).map(
    ([i, called]): Act =>
      async (page) =>
        page.updateTopic(await topicAt(i), { name: called }),
  ),
  fc.tuple(which, fc.boolean(), fc.boolean(), fc.boolean(), fc.nat({ max: 7 })).map(
    ([i, badge, notify, enabled, colour]): Act =>
      async (page) =>
        page.updateTopic(await topicAt(i), { badge, notify, enabled, colour: colour as TopicColour }),
  ),
  fc.tuple(which, which).map(
    ([i, to]): Act =>
      async (page) =>
        page.moveTopic(await topicAt(i), to),
  ),
  which.map(
    (i): Act =>
      async (page) =>
        page.deleteTopic(await topicAt(i)),
  ),
  which.map(
    (i): Act =>
      async (page) =>
        page.restoreTopic(await topicAt(i)),
  ),
  fc.tuple(which, query, query).map(
    ([i, text, from]): Act =>
      async (page) =>
        page.updateTopicFrom(await topicAt(i), { query: text }, { query: from }),
  ),
  fc.tuple(query, fc.constantFrom('pick', 'unpick', 'unpick one made'), which).map(
    ([text, what, i]): Act =>
      async (page) =>
        what === 'pick'
          ? page.pickTopic({ name: 'Picked', query: text })
          : page.unpickTopic(text, new Set(what === 'unpick' ? [] : [await topicAt(i)])),
  ),
  fc.tuple(which, query, name).map(
    ([i, text, called]): Act =>
      (page) =>
        page.importTopics([toTopic(i, text, { name: called || 'X' }), toTopic(9, text, { name: 'Nine' })]),
  ),
  settings.map(
    ([key, value]): Act =>
      (page) =>
        page.saveSetting(key, value),
  ),
  fc.tuple(some, fc.boolean(), which, query, settings, fc.constantFrom(1, Date.now() + DAY_MS)).map(
    ([papers, value, i, text, [key, chosen], at]): Act =>
      (page) =>
        page.restoreBackup({
          made: 0,
          app: '0.1.0',
          data: {
            statuses: papers.map(({ id, title }) => ({
              paperId: id,
              title,
              read: { value, at },
              later: { value: true, at },
            })),
            topics: [toTopic(i, text, { updatedAt: at })],
            settings: [{ key, value: chosen, at }],
          },
        }),
  ),
);

const undo = fc.constantFrom<UndoScope>('papers', 'topics', 'settings', 'popup', 'all').map(
  (scope): Act =>
    (page) =>
      page.undoLast(scope),
);

/** The undo in the message about an action that may be long ago, or undone. */
const undoOlder = fc.nat({ max: 20 }).map(
  (back): Act =>
    async (page) => {
      const groups = [...new Set((await userDb.journal.toArray()).flatMap(({ group }) => group ?? []))];
      return page.undoGroup(groups.at(-1 - back) ?? 'none');
    },
);
const anyUndo = fc.oneof(undo, undoOlder);

/** What happens next: something in one page, or two things in two pages at once. */
const page = fc.nat({ max: 2 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.tuple(page, action)) },
  { weight: 2, arbitrary: fc.tuple(fc.tuple(page, action), fc.tuple(page, action)) },
  { weight: 1, arbitrary: fc.tuple(fc.tuple(page, anyUndo)) },
  { weight: 1, arbitrary: fc.tuple(fc.tuple(page, anyUndo), fc.tuple(page, action)) },
);

let pages: Context[];

beforeAll(async () => {
  installFakeLocks();
  pages = [await openContext(), await openContext(), await openContext()];
});

async function expectRightBadge(): Promise<void> {
  expect(icon.text).toBe(await recountBadge(TODAY));
  // The popup's first frame is as true as the badge.
  expect(JSON.parse(memory['first-list'] ?? '{}')).toEqual(await readStart(Date.now()));
}

/** From every page in turn: whose action it was does not matter. */
async function undoAll(): Promise<void> {
  for (let i = 0; await pages[i % pages.length]?.undoLast('all'); i++) await expectRightBadge();
}

async function play(steps: readonly (readonly [number, Act])[][]): Promise<void> {
  await seed();
  const before = await readByValue();
  for (const acts of steps) {
    await Promise.all(acts.map(([at, act]) => act(pages[at] as Context)));
    await expectRightBadge();
  }
  await undoAll();
  expect(await readByValue()).toEqual(before);
}

/** A failure tells its seed; shrinking it would take minutes. */
const BOUNDS = { endOnFailure: true };

it('any actions in three pages, undone to the end, leave both databases as before and always the right badge', async () => {
  let running = Promise.resolve();
  const runs = fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
    running = play(steps);
    return running;
  });
  // As many runs as a busy machine has time for.
  await fc.assert(runs, { ...BOUNDS, numRuns: 30, interruptAfterTimeLimit: 8_000 });
  // The run that was interrupted goes on: it must not write into the next test.
  await running;
}, 120_000);

it('so do 200 of them, some two at a time', async () => {
  const runs = fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 200, size: 'max' }), play);
  // Without a limit of time: on a busy machine no run might come to its end, and nothing would have been looked at.
  await fc.assert(runs, { ...BOUNDS, numRuns: 2 });
}, 120_000);
