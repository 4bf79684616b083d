import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupPaper } from '@/lib/core/backup/backup';
import { type PaperBounds, type PaperPlan, planPapers, toListingKey, toNewlySeen } from '@/lib/core/backup/plan-papers';
import { toPapersLine, toRestoredWords } from '@/lib/core/backup/restored-words';
import type { Listing, Paper } from '@/lib/core/papers/paper';
import { paperOf, someDay } from './paper-of';
import { NO_PAPERS, PAPERS } from './sample';

/** A profile: what is stored of papers. */
class Profile {
  papers = new Map<string, Paper>();
  listings = new Map<string, Listing>();
  seen = new Map<string, number>();

  apply({ papers, listings, seen }: PaperPlan): void {
    for (const paper of papers) this.papers.set(paper.id, paper);
    for (const listing of listings) this.listings.set(toListingKey(listing), listing);
    for (const { paperId, at } of seen) this.seen.set(paperId, at);
  }

  plan(entries: readonly BackupPaper[], bounds: Partial<PaperBounds> = {}): PaperPlan {
    const known = { papers: this.papers, listings: new Set(this.listings.keys()), seen: this.seen };
    return planPapers(entries, known, { last: '2027-01-01', kept: new Set(), ...bounds });
  }

  static of(entries: readonly BackupPaper[]): Profile {
    const profile = new Profile();
    profile.apply(profile.plan(entries));
    return profile;
  }
}

const [AGENTS, NOTE] = PAPERS as [BackupPaper, BackupPaper];
const numbers = ({ fresh, here, old, ahead }: PaperPlan) => ({ fresh, here, old, ahead });

describe('the papers of a backup', () => {
  it('come into an empty profile as they were, with their places and when they were seen', () => {
    const { listings, seenAt, ...paper } = AGENTS;
    const plan = new Profile().plan(PAPERS);
    expect(numbers(plan)).toEqual({ fresh: 2, here: 0, old: 0, ahead: 0 });
    expect(plan.papers[0]).toEqual(paper);
    expect(plan.listings).toEqual(listings.map((listing) => ({ ...listing, paperId: paper.id })));
    expect(plan.seen).toEqual([{ paperId: paper.id, at: seenAt }]);
  });

  it('leave a paper that is here as the feed told of it, and add the places that are missing', () => {
    const here = {
      ...AGENTS,
      title: 'Told later',
      upvotes: 99,
      dailyDate: '2026-11-20',
      listings: [AGENTS.listings[0] as never],
    };
    const plan = Profile.of([here]).plan([AGENTS]);
    expect(numbers(plan)).toEqual({ fresh: 0, here: 1, old: 0, ahead: 0 });
    expect(plan.papers).toMatchObject([{ title: 'Told later', upvotes: 99, dailyDate: '2026-11-24' }]);
    expect(plan.listings.map(({ date }) => date)).toEqual(['2026-11-24']);
  });

  it('do not pull a paper back to an older day', () => {
    const here = {
      ...AGENTS,
      dailyDate: '2026-11-26',
      listings: [{ ...AGENTS.listings[0], date: '2026-11-26' } as never],
    };
    const plan = Profile.of([here]).plan([AGENTS]);
    expect(plan.papers).toEqual([]);
    expect(plan.listings).toHaveLength(2);
  });

  it.each([
    [5, 9, 5],
    [9, 5, 5],
    [undefined, 5, 5],
    [5, undefined, 5],
  ])('are seen since the earlier moment: here %s, there %s', (here, there, at) => {
    const { seenAt: _seenAt, ...paper } = AGENTS;
    const seen = (seenAt: number | undefined) => (seenAt === undefined ? paper : { ...paper, seenAt });
    const profile = Profile.of([seen(here)]);
    profile.apply(profile.plan([seen(there)]));
    expect([...profile.seen.values()]).toEqual([at]);
  });

  it('are left out where they are older than the user keeps them, unless a mark keeps them; and stay seen', () => {
    const first = '2026-11-25';
    const plan = new Profile().plan(PAPERS, { first });
    expect(numbers(plan)).toEqual({ fresh: 0, here: 0, old: 2, ahead: 0 });
    expect([plan.papers, plan.listings, plan.seen.length]).toEqual([[], [], 1]);
    const kept = new Profile().plan(PAPERS, { first, kept: new Set([AGENTS.id]) });
    expect(numbers(kept)).toEqual({ fresh: 1, here: 0, old: 1, ahead: 0 });
    expect(kept.listings).toEqual([]);
    expect(new Profile().plan([AGENTS], { first: '2026-11-24' }).listings.map(({ date }) => date)).toEqual([
      '2026-11-24',
    ]);
    expect(new Profile().plan([NOTE], { first: '2025-03-03' }).fresh).toBe(1);
  });

  it('are left out where their day has not come: they would be new for ever', () => {
    const ahead = {
      ...AGENTS,
      dailyDate: '2999-01-01',
      listings: [{ ...AGENTS.listings[0], date: '2999-01-01' } as never],
    };
    expect(numbers(new Profile().plan([ahead]))).toEqual({ fresh: 0, here: 0, old: 0, ahead: 1 });
    const lying = { ...AGENTS, dailyDate: '2999-01-01' };
    expect(new Profile().plan([lying]).papers).toMatchObject([{ dailyDate: '2026-11-24' }]);
    const kept = new Profile().plan([ahead], { kept: new Set([AGENTS.id]) });
    expect(kept.papers).toMatchObject([{ dailyDate: '2027-01-01' }]);
  });

  it('brought again, bring nothing; what is here is never changed but for its day, and nothing seen is forgotten', () => {
    const ids = ['2611.00001', '2611.00002', '2611.00003'];
    const some = fc
      .tuple(...ids.map((id) => fc.option(paperOf(id), { nil: undefined })))
      .map((all) => all.filter((one) => one !== undefined));
    const bounds = fc.record({
      first: fc.option(someDay, { nil: undefined }),
      last: someDay,
      kept: fc.subarray(ids).map((kept) => new Set(kept)),
    });
    fc.assert(
      fc.property(some, some, bounds, (mine, theirs, bounds) => {
        const profile = Profile.of(mine);
        const before = Profile.of(mine);
        const plan = profile.plan(theirs, bounds);
        expect(plan.fresh + plan.here + plan.old + plan.ahead).toBe(theirs.length);
        profile.apply(plan);
        const again = profile.plan(theirs, bounds);
        expect([again.papers, again.listings, again.seen, again.fresh]).toEqual([[], [], [], 0]);
        for (const [id, paper] of before.papers) {
          const { dailyDate } = profile.papers.get(id) as Paper;
          expect(profile.papers.get(id)).toEqual({ ...paper, dailyDate });
          expect(dailyDate >= paper.dailyDate).toBe(true);
        }
        for (const listing of plan.listings) {
          expect(listing.date >= (bounds.first ?? '') && listing.date <= bounds.last).toBe(true);
          expect((profile.papers.get(listing.paperId)?.dailyDate ?? '') >= listing.date).toBe(true);
        }
        for (const { id, seenAt } of [...mine, ...theirs])
          if (seenAt !== undefined) expect(profile.seen.get(id)).toBeLessThanOrEqual(seenAt);
        for (const paper of plan.papers)
          if (!before.papers.has(paper.id)) expect(paper.dailyDate <= bounds.last).toBe(true);
      }),
    );
  });

  it('make seen what is here and new until then, and nothing else', () => {
    const recent = { ...NOTE, dailyDate: '2026-11-24' };
    const profile = Profile.of([
      { ...recent, id: 'huggingface:new' },
      { ...recent, id: 'huggingface:seen', seenAt: 9 },
      { ...NOTE, id: 'huggingface:old' },
    ]);
    const file = ['new', 'seen', 'old', 'fresh'].map((name) => ({ ...recent, id: `huggingface:${name}`, seenAt: 5 }));
    const known = { papers: profile.papers, listings: new Set<string>(), seen: profile.seen };
    const newlySeen = toNewlySeen(profile.plan(file), known, '2026-11-26');
    expect(newlySeen).toEqual([{ paperId: 'huggingface:new', at: 5 }]);
  });

  it.each([
    [{ fresh: 1 }, '1 paper new.'],
    [{ fresh: 20_000, here: 12 }, '20,000 papers new, 12 here already.'],
    [{ here: 1 }, '1 paper here already.'],
    [
      { here: 3, old: 1 },
      '3 papers here already. 1 paper is older than the 90 days that papers are kept for, and left out.',
    ],
    [
      { old: 2, ahead: 3 },
      '2 papers are older than the 90 days that papers are kept for, and left out. 3 papers are of days that have not come yet, and left out.',
    ],
    [
      { fresh: 2, here: 3, placed: 1, newlySeen: 1 },
      '2 papers new, 3 here already. 1 of those here is added to lists that it was in. 1 paper that is new here was shown before, and will not be new any more.',
    ],
    [
      { here: 3, placed: 2, newlySeen: 3 },
      '3 papers here already. 2 of those here are added to lists that they were in. 3 papers that are new here were shown before, and will not be new any more.',
    ],
    [{}, ''],
  ])('are told in words: %j', (change, words) => {
    expect(toPapersLine({ ...NO_PAPERS, keepDays: 90, ...change })).toBe(words);
  });

  it('are told of at the end, with what an undo leaves', () => {
    const none = { added: 0, isPlaced: false };
    expect(toRestoredWords(none)).toMatch(/only when papers were shown, or where they are listed, was new/);
    expect(toRestoredWords(none, 'Own.')).toBe('Own.');
    expect(toRestoredWords({ added: 0, isPlaced: true }, 'Own.')).toBe(
      'Own. Places in lists were added, which an undo leaves here.',
    );
    expect(toRestoredWords({ added: 1, isPlaced: true })).toBe('A backup was restored: 1 paper added.');
    expect(toRestoredWords({ added: 2_000, isPlaced: true }, 'A backup was restored (4 changes).')).toBe(
      'A backup was restored (4 changes). 2,000 papers added, which an undo leaves here.',
    );
  });
});
