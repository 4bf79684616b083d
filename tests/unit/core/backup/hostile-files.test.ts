import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BackupData } from '@/lib/core/backup/backup';
import { describeRestore } from '@/lib/core/backup/describe-restore';
import { planRestore } from '@/lib/core/backup/plan-restore';
import { type BackupResult, readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { toCanonicalJson } from '@/lib/core/merge/canonical';
import { measureCpu } from '../../../harness/cpu-time';
import { damaged, forged, huge, refined, toForgedBytes, whole } from './hostile-file-of';
import { DATA, digest, MADE, toBytes } from './sample';

const dataOf = (result: BackupResult | undefined) => toCanonicalJson(result?.ok && result.backup.data);
const original = dataOf(await readBackupFile(toBytes(whole), digest));

/** By hand, and not with the code that is tested. */
function isSane({ statuses, topics, settings, papers = [] }: BackupData): boolean {
  const isAt = (at: unknown) => Number.isInteger(at) && Number(at) >= 0;
  const isText = (text: unknown) => typeof text === 'string';
  const isLink = (link: unknown) => link === undefined || /^https?:/i.test(String(link));
  const isDate = (date: unknown) => isText(date) && /^[2-9]\d{3}-[01]\d-[0-3]\d$/.test(String(date));
  const flags = ['read', 'starred', 'later', 'dismissed'] as const;
  return (
    statuses.every(
      (row) =>
        typeof row.paperId === 'string' &&
        (row.link === undefined || /^https?:/i.test(row.link)) &&
        flags.every(
          (flag) => row[flag] === undefined || (typeof row[flag].value === 'boolean' && isAt(row[flag].at)),
        ) &&
        (row.note === undefined || typeof row.note.value === 'string') &&
        (row.tags === undefined || row.tags.value.every((tag) => typeof tag === 'string')),
    ) &&
    topics.every(
      (row) =>
        /^[0-9a-f-]{36}$/i.test(row.id) &&
        [row.name, row.query].every((text) => typeof text === 'string') &&
        [row.badge, row.notify, row.enabled].every((flag) => typeof flag === 'boolean') &&
        [row.position, row.createdAt, row.updatedAt, row.deletedAt ?? 0].every(isAt),
    ) &&
    settings.every((row) => typeof row.key === 'string' && isAt(row.at ?? 0)) &&
    papers.every(
      (row) =>
        [row.id, row.title, row.summary, row.aiSummary ?? '', row.submitter ?? ''].every(isText) &&
        [...row.keywords, ...row.categories, ...row.authors.map(({ name }) => name)].every(isText) &&
        [row.githubRepo, row.projectPage, row.thumbnail, ...row.mediaUrls].every(isLink) &&
        [row.upvotes, row.comments, row.firstSeenAt, row.updatedAt, row.seenAt ?? 0].every(isAt) &&
        isDate(row.dailyDate) &&
        row.listings.every(({ date, rank, firstSeenAt }) => isDate(date) && isAt(rank) && isAt(firstSeenAt)),
    )
  );
}

const EMPTY = { statuses: new Map(), topics: new Map(), settings: new Map() };
const HERE = {
  statuses: new Map(DATA.statuses.map((row) => [row.paperId, row])),
  topics: new Map(DATA.topics.map((row) => [row.id, row])),
  settings: new Map(DATA.settings.map((row) => [row.key, row])),
};

/** Shown and merged, into nothing and into what the true file holds, and backed up again. */
async function restoreAll(data: BackupData): Promise<void> {
  for (const current of [EMPTY, HERE]) {
    const plan = planRestore(data, current);
    for (const { fresh, different } of describeRestore(plan).kinds)
      expect([...fresh, ...different].every(({ name }) => typeof name === 'string')).toBe(true);
    const after = {
      statuses: plan.statuses.map((one) => one.after),
      topics: plan.topics.map((one) => one.after),
      settings: plan.settings.map((one) => one.after),
      papers: data.papers ?? [],
    };
    const { text, leftOut } = await toBackupFile(after, MADE, digest);
    expect(leftOut).toBe(0);
    expect(await readBackupFile(toBytes(text), digest)).toMatchObject({ ok: true });
  }
}

it('1,000 damaged and forged files: none is taken wrongly, none hangs, and Object.prototype stays as it is', async () => {
  const files = [
    ...fc.sample(damaged, { numRuns: 500, seed: 26 }),
    ...(await Promise.all(fc.sample(forged, { numRuns: 250, seed: 11 }).map(toForgedBytes))),
    ...(await Promise.all(fc.sample(refined, { numRuns: 250, seed: 12 }).map(toForgedBytes))),
  ];
  const names = Object.getOwnPropertyNames(Object.prototype);
  Object.freeze(Object.prototype);
  const results: BackupResult[] = [];
  let slowest = 0;
  const read = async (file: Uint8Array) => {
    const [result, ms] = await measureCpu(() => readBackupFile(file, digest));
    results.push(result);
    return ms;
  };
  for (const file of files) slowest = Math.max(slowest, await read(file));
  expect(slowest).toBeLessThan(2_000);
  const wrong = results.filter(({ ok }, i) => ok && i < 500 && dataOf(results[i]) !== original);
  expect(wrong).toEqual([]);
  const taken = results.slice(500).flatMap((result) => (result.ok ? [result.backup.data] : []));
  expect(taken.filter((data) => !isSane(data))).toEqual([]);
  // Some forged files are whole: a star where none was. Most are refused, each with words.
  expect(taken.length).toBeGreaterThan(50);
  expect(results.filter(({ ok }) => !ok).length).toBeGreaterThan(700);
  for (const data of taken) await restoreAll(data);
  // Large enough to fill the memory, if they were taken apart. Of spaces between two values one may be whole.
  for (const file of fc.sample(huge, { numRuns: 8, seed: 4 })) expect(await read(file)).toBeLessThan(6_000);
  for (const result of results)
    if (!result.ok) expect(result.problem).toMatch(/^(?!.*could not be read)[A-Z].{10,700}\.$/s);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
  expect(Object.isFrozen(Object.prototype)).toBe(true);
}, 300_000);
