import { describe, expect, it } from 'vitest';
import { startOfDay, toUtcDay } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { createSyncWorld } from '../harness/sync-world';
import { createTinyFeed } from '../harness/tiny-feed';

const START = Date.parse('2026-11-02T09:17:00Z');
const DAY_MS = 86_400_000;
/** Words that stand in no address of the feed. */
const SECRETS = ['zebrafish', 'quokka', 'my secret note', 'axolotl'];

describe('FAULTS 39: reading interests leave the machine', () => {
  it.each([15, 60, 240])(
    '30 days at %d minutes: one host, no word of the user, under 100 requests a day',
    async (everyMin) => {
      const world = await createSyncWorld({ feed: createTinyFeed('2026-10-01', '2026-12-31'), now: START });
      await userDb.settings.put({ key: 'syncEveryMin', value: everyMin });
      await userDb.topics.put({
        id: 't',
        name: 'quokka',
        query: 'zebrafish OR author:axolotl',
        colour: 0,
        badge: true,
        notify: false,
        enabled: true,
        position: 0,
        createdAt: START,
        updatedAt: START,
      });
      await userDb.statuses.put({ paperId: '2611.02000', note: { value: 'my secret note', at: START } });
      await world.sync('install');
      await world.runUntil(START + 30 * DAY_MS);

      const perDay = new Map<string, number>();
      for (const request of world.standIn.log) {
        expect(request.host).toBe('huggingface.co');
        const sent = JSON.stringify([request.path, request.query, request.headers]).toLowerCase();
        for (const secret of SECRETS) expect(sent).not.toContain(secret);
        expect(Object.keys(request.query).sort()).toEqual(expect.arrayContaining(['date', 'limit']));
        const day = toUtcDay(request.at);
        perDay.set(day, (perDay.get(day) ?? 0) + 1);
      }
      expect(perDay.size).toBe(31);
      expect(Math.max(...perDay.values())).toBeLessThan(100);

      const rows = await feedDb.days.toArray();
      const read = new Set(rows.filter((row) => row.readAt !== undefined).map((row) => row.date));
      for (let at = START; at <= START + 30 * DAY_MS; at += DAY_MS) expect(read).toContain(toUtcDay(at));
      expect(rows.filter((row) => row.date <= '2026-11-17' && row.settledAt === undefined)).toEqual([]);
      expect(
        rows.every((row) => row.settledAt === undefined || row.settledAt >= startOfDay(row.date) + 14 * DAY_MS),
      ).toBe(true);
    },
    120_000,
  );
});
