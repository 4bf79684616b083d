import { toLine } from '@/lib/core/papers/clean-text';
import { toHttpUrl } from '@/lib/core/papers/links';

/**
 * Longest texts (UTF-16 units) and lists that are kept. About ten times the longest recorded: a broken answer must not
 * fill the database. Longer texts are cut, longer lists end early, a longer address is none.
 */
export const MAX = {
  title: 1_500,
  summary: 20_000,
  name: 200,
  keyword: 200,
  authors: 5_000,
  keywords: 100,
  mediaUrls: 50,
} as const;

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * What a field holds, cleaned; `undefined` where it is malformed: it is lost alone, reads as absent, and absent keeps what is
 * stored (law 7). Plain functions: a library of schemas that says what is wrong with each field would be 5 kB of every wake
 * of the worker, and nobody is told.
 */
export type Field<T> = (value: unknown) => T | undefined;

/** One line of cleaned text; empty text is absent. An object with the shape of a VNode is no string (FAULTS 32). */
export function line(maxLength: number): Field<string> {
  return (value) => (typeof value === 'string' ? toLine(value, maxLength) || undefined : undefined);
}

/** An http(s) address in standard form (FAULTS 31). */
export const httpUrl: Field<string> = (value) => (typeof value === 'string' ? toHttpUrl(value) : undefined);

/** A whole number from 0 up. */
export const count: Field<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/** An ISO 8601 time (or date), normalised to `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const isoTime: Field<string> = (value) => {
  const text = typeof value === 'string' ? value.trim() : '';
  const at = ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/**
 * A list whose unusable elements are left out. A list of which nothing can be used is malformed, so absent: as an empty
 * list it would erase what is stored.
 */
export function list<T>(element: Field<T>, maxItems: number): Field<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const usable = value.slice(0, maxItems).flatMap((item) => {
      const one = element(item);
      return one === undefined ? [] : [one];
    });
    return usable.length === 0 && value.length > 0 ? undefined : usable;
  };
}

/** What a record of these fields holds. */
export type FieldsOf<S> = { [K in keyof S]: S[K] extends Field<infer T> ? T | undefined : never };

/** The named fields of an object; keys that are not named are ignored. */
export function record<S extends Readonly<Record<string, Field<unknown>>>>(fields: S): Field<FieldsOf<S>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const read = Object.entries(fields).map(([key, field]) => [
      key,
      // Own keys alone: those of every prototype are no part of an answer.
      field(Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined),
    ]);
    return Object.fromEntries(read) as FieldsOf<S>;
  };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the keys that hold `undefined`. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<T>;
}
