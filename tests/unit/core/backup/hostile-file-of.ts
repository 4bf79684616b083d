import fc from 'fast-check';
import type { BackupData } from '@/lib/core/backup/backup';
import { toChecksum } from '@/lib/core/backup/backup';
import { toCanonicalJson } from '@/lib/core/merge/canonical';
import { DATA, digest, PAPERS, toBytes, toText } from './sample';

export const whole = await toText({ ...DATA, papers: PAPERS });

/** Bytes flipped, taken out, doubled, or swapped with others of the file. */
export const damaged = fc
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

/** Twenty megabytes of something put behind a bracket, where it may even be JSON. */
export const huge = fc
  .tuple(fc.nat(), fc.constantFrom('0,', '[],', '{"at":1},', '"x",', '{', '"k":0,', ' ', '\n', '"\\ud800",'))
  .map(([where, piece]) => {
    const spots = [...whole.matchAll(/[[{]/g)].map(({ index }) => index + 1);
    const at = spots[where % spots.length] ?? 0;
    return toBytes(whole.slice(0, at) + piece.repeat(20_000_000 / piece.length) + whole.slice(at));
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
  fc.constantFrom(
    -1,
    1e308,
    8.64e15,
    253_402_300_799_999,
    0.5,
    '',
    '\ud800',
    'x'.repeat(3_000),
    'javascript:alert(1)',
    null,
    [],
    {},
    '1e3',
  ),
  fc.dictionary(fc.constantFrom(...HOSTILE_KEYS), fc.jsonValue({ maxDepth: 1 })),
);

/** Somebody who knows the form: a value put anywhere, under any name, counts and checksum made to fit. */
export const forged = fc
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

const EXTREMES: Readonly<Record<string, readonly unknown[]>> = {
  number: [0, 1, 1e9, 1e9 + 1, 253_402_300_799_999, 253_402_300_800_000, 8.64e15, Number.MAX_SAFE_INTEGER, 0.5],
  boolean: [true, false],
  string: [
    ...['', '\ud800', '\u0000', '\u202eevil', '__proto__', 'toString', 'a, b', 'x'.repeat(999), '../..', '0'],
    ...['2611.00001', '2611.00009', 'huggingface:y', 'https://a.example/', 'https://a@b/', '2026-11-23', '9999-12-31'],
  ],
};

/** Somebody who knows it well: values in their places replaced by others of their kind. */
export const refined = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 2 }).map((changes) => {
  const file = JSON.parse(whole);
  for (const [where, which] of changes) {
    const spots = toSpots(file.data);
    const spot = spots[where % spots.length];
    spot?.put(spot.others[which % spot.others.length]);
  }
  return file;
});

/** Each value of what the user made replaced by each other of its kind: a file for every pair. */
export async function refineEach(): Promise<ReturnType<typeof JSON.parse>[]> {
  const text = await toText();
  return toSpots(JSON.parse(text).data).flatMap(({ others }, index) =>
    others.map((other) => {
      const file = JSON.parse(text);
      toSpots(file.data)[index]?.put(other);
      return file;
    }),
  );
}

function toSpots(data: object): { others: readonly unknown[]; put(value: unknown): void }[] {
  return toObjects(data).flatMap((holder) =>
    Object.entries(holder).flatMap(([name, value]) => {
      const others = EXTREMES[typeof value];
      return others ? [{ others, put: (other: unknown) => Object.assign(holder, { [name]: other }) }] : [];
    }),
  );
}

function toObjects(value: unknown): object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(toObjects)] : [];
}

export async function toForgedBytes(file: {
  data: BackupData;
  counts: unknown;
  checksum: string;
}): Promise<Uint8Array> {
  const { statuses, topics, settings, papers } = file.data ?? {};
  const [count, ...counts] = [papers, statuses, topics, settings].map((list) => list?.length);
  file.counts = { statuses: counts[0], topics: counts[1], settings: counts[2], papers: count };
  file.checksum = await toChecksum(toCanonicalJson(file.data), digest);
  return toBytes(JSON.stringify(file));
}
