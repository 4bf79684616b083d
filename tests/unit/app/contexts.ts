import { vi } from 'vitest';
import { badgeText } from '@/lib/core/badge/badge';
import { addDays, type Day } from '@/lib/core/days/day';
import { NEW_FOR_DAYS } from '@/lib/core/papers/new';
import type { Paper } from '@/lib/core/papers/paper';
import type { Status, StatusFlag } from '@/lib/core/papers/status';
import { parseQuery } from '@/lib/core/query/parse-query';
import { toSettings } from '@/lib/core/settings/settings';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';

/** What stands on the icon; every context paints the same one. */
export const icon = { text: '' };

/** The browser's memory beside it, one for all contexts too: the list that the next popup opens with. */
export const memory: { 'first-list'?: string } = {};

/** Modules of its own, and with them database handles of its own, as each page of the extension has. */
export async function openContext() {
  vi.resetModules();
  const { browser } = await import('wxt/browser');
  Object.assign(browser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => Object.assign(icon, { text }),
      setTitle: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    storage: {
      ...browser.storage,
      session: {
        get: async () => ({ ...memory }),
        set: async (items: typeof memory) => Object.assign(memory, items),
        remove: async (key: keyof typeof memory) => delete memory[key],
      },
    },
  });
  return {
    ...(await import('@/lib/app/mark')),
    ...(await import('@/lib/app/undo')),
    ...(await import('@/lib/app/save-topic')),
    ...(await import('@/lib/app/restore-work')),
    ...(await import('./restore-here')),
    ...(await import('@/lib/app/pick-topic')),
    ...(await import('@/lib/app/save-setting')),
    ...(await import('@/lib/app/refresh-badge')),
  };
}

export type Context = Awaited<ReturnType<typeof openContext>>;

/** What the badge must say, counted from the raw tables and not with the code that counts it there. */
export async function recountBadge(today: Day): Promise<string> {
  const [papers, listings, seen] = await Promise.all([
    feedDb.papers.toArray(),
    feedDb.listings.toArray(),
    feedDb.seen.toArray(),
  ]);
  const [topics, statuses, settings] = await Promise.all([
    userDb.topics.toArray(),
    userDb.statuses.toArray(),
    userDb.settings.toArray(),
  ]);
  if (!toSettings(settings).settings.showBadge) return '';
  const done = statuses.filter(({ read, dismissed }) => read?.value || dismissed?.value);
  const shown = new Set([...seen, ...done].map((row) => row.paperId));
  const fresh = papers.filter((paper) => !shown.has(paper.id) && paper.dailyDate >= addDays(today, -NEW_FOR_DAYS));
  const enabled = topics.filter((topic) => topic.enabled && topic.deletedAt === undefined);
  if (enabled.length === 0) {
    const newest = listings.map((row) => row.date).sort();
    return badgeText(fresh.filter((paper) => paper.dailyDate === newest.at(-1)).length);
  }
  const queries = enabled.filter((topic) => topic.badge).map((topic) => parseQuery(topic.query));
  const matching = fresh.filter((paper: Paper) => {
    const status = statuses.find((row) => row.paperId === paper.id);
    return queries.some((result) => result.ok && result.query.matches({ paper, status, seen: false, today }));
  });
  return badgeText(matching.length);
}

const FLAGS: readonly StatusFlag[] = ['read', 'starred', 'later', 'dismissed'];

function toMarks(status: Status): string[] {
  return FLAGS.filter((flag) => status[flag]?.value === true);
}

/** Both databases by value: a cleared flag is none, a deleted topic is none, a setting taken back is none; what was seen, to the moment. */
export async function readByValue() {
  const [papers, listings, seen, days] = await Promise.all([
    feedDb.papers.toArray(),
    feedDb.listings.toArray(),
    feedDb.seen.toArray(),
    feedDb.days.toArray(),
  ]);
  const [statuses, topics, settings] = await Promise.all([
    userDb.statuses.toArray(),
    userDb.topics.toArray(),
    userDb.settings.toArray(),
  ]);
  return {
    feed: { papers, listings, seen, days },
    marks: statuses.flatMap((status) => {
      const marks = toMarks(status);
      return marks.length > 0 ? [[status.paperId, ...marks]] : [];
    }),
    topics: topics
      .filter((topic) => topic.deletedAt === undefined)
      .map(({ updatedAt: _updatedAt, times: _times, ...topic }) => topic),
    settings: settings.filter(({ value }) => value !== undefined).map(({ at: _at, ...setting }) => setting),
  };
}
