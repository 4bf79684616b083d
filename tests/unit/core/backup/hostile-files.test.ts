import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BackupData } from '@/lib/core/backup/backup';
import { toChecksum } from '@/lib/core/backup/backup';
import { type BackupResult, readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toCanonicalJson } from '@/lib/core/merge/canonical';
import { DATA, digest, PAPERS, toBytes, toText } from './sample';

const whole = await toText({ ...DATA, papers: PAPERS });
const dataOf = (result: BackupResult | undefined) => toCanonicalJson(result?.ok && result.backup.data);
const original = dataOf(await readBackupFile(toBytes(whole), digest));

/** Bytes flipped, taken out, doubled, or swapped with others of the file. */
const damaged = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('flip', 'cut', 'end', 'double', 'brackets'), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    let bytes = toBytes(whole);
    for (const [where, how, value] of changes) {
      const at = where % bytes.length;
      const [head, tail] = [bytes.slice(0, at), bytes.slice(at)];
      if (how === 'flip') bytes = Uint8Array.from([...head, value, ...tail.slice(1)]);
      if (how === 'cut') bytes = Uint8Array.from([...head, ...tail.slice(value + 1)]);
      if (how === 'end') bytes = Uint8Array.from(head.length > 0 ? head : tail);
      if (how === 'double') bytes = Uint8Array.from([...head, ...tail.slice(0, value), ...tail]);
      if (how === 'brackets') bytes = Uint8Array.from([...head, ...new Array(value * 999).fill(0x5b), ...tail]);
    }
    return bytes;
  });

const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'paperId',
  'id',
  'key',
  'value',
  'at',
  'times',
  'dailyDate',
  'listings',
  'seenAt',
];
const evilValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(-1, 1e308, 0.5, '', 'x'.repeat(3_000), 'javascript:alert(1)', null, [], {}, '1e3'),
  fc.dictionary(fc.constantFrom(...HOSTILE_KEYS), fc.jsonValue({ maxDepth: 1 })),
);

/** Somebody who knows the form: a value put anywhere, under any name, counts and checksum made to fit. */
const forged = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...HOSTILE_KEYS), evilValue, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const file = JSON.parse(whole);
    for (const [where, key, value, isNew] of changes) {
      const spots = toObjects(file.data);
      const spot = spots[where % spots.length] as Record<string, unknown>;
      const keys = Object.keys(spot);
      const name = isNew ? key : (keys[where % Math.max(keys.length, 1)] ?? key);
      // A copy: the same list twice, put into itself, would be no file.
      const copy = JSON.parse(JSON.stringify(value));
      if (Array.isArray(spot)) spot.push(copy);
      else Object.defineProperty(spot, name, { value: copy, enumerable: true, configurable: true, writable: true });
    }
    return file;
  });

function toObjects(value: unknown): object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(toObjects)] : [];
}

async function toForgedBytes(file: { data: BackupData; counts: unknown; checksum: string }): Promise<Uint8Array> {
  const { statuses, topics, settings, papers } = file.data ?? {};
  const [count, ...counts] = [papers, statuses, topics, settings].map((list) => list?.length);
  file.counts = { statuses: counts[0], topics: counts[1], settings: counts[2], papers: count };
  file.checksum = await toChecksum(toCanonicalJson(file.data), digest);
  return toBytes(JSON.stringify(file));
}

/** By hand, and not with the code that is tested. */
function isSane({ statuses, topics, settings, papers = [] }: BackupData): boolean {
  const isAt = (at: unknown) => Number.isInteger(at) && Number(at) >= 0;
  const isText = (text: unknown) => typeof text === 'string';
  const isLink = (link: unknown) => link === undefined || /^https?:/i.test(String(link));
  const isDate = (date: unknown) => isText(date) && /^20\d\d-[01]\d-[0-3]\d$/.test(String(date));
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

it('1,000 damaged and forged files: none is taken wrongly, none hangs, and Object.prototype stays as it is', async () => {
  const files = [
    ...fc.sample(damaged, { numRuns: 500, seed: 26 }),
    ...(await Promise.all(fc.sample(forged, { numRuns: 500, seed: 11 }).map(toForgedBytes))),
  ];
  const names = Object.getOwnPropertyNames(Object.prototype);
  Object.freeze(Object.prototype);
  const results: BackupResult[] = [];
  let slowest = 0;
  for (const file of files) {
    const begun = performance.now();
    results.push(await readBackupFile(file, digest));
    slowest = Math.max(slowest, performance.now() - begun);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
  expect(Object.isFrozen(Object.prototype)).toBe(true);
  expect(slowest).toBeLessThan(2_000);
  const wrong = results.filter(({ ok }, i) => ok && i < 500 && dataOf(results[i]) !== original);
  expect(wrong).toEqual([]);
  const taken = results.slice(500).flatMap((result) => (result.ok ? [result.backup.data] : []));
  expect(taken.filter((data) => !isSane(data))).toEqual([]);
  // Some forged files are whole: a star where none was. Most are refused, each with words.
  expect(results.filter(({ ok }) => !ok).length).toBeGreaterThan(800);
  for (const result of results)
    if (!result.ok) expect(result.problem).toMatch(/^(?!.*could not be read)[A-Z].{10,}\.$/s);
});
