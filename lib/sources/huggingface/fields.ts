import * as z from 'zod/mini';
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

/** A malformed field is lost alone: it reads as absent, and absent keeps what is stored (law 7). */
export function soft<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

/** One line of cleaned text; empty text is absent. An object with the shape of a VNode is no string (FAULTS 32). */
export function line(maxLength: number) {
  return soft(
    z.pipe(
      z.string(),
      z.transform((text) => toLine(text, maxLength) || undefined),
    ),
  );
}

/** An http(s) address in standard form (FAULTS 31). */
export const httpUrl = soft(z.pipe(z.string(), z.transform(toHttpUrl)));

/** A whole number from 0 up. */
export const count = soft(
  z.pipe(
    z.number(),
    z.transform((value) => (Number.isSafeInteger(value) && value >= 0 ? value : undefined)),
  ),
);

/** An ISO 8601 time (or date), normalised to `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const isoTime = soft(
  z.pipe(
    z.string(),
    z.transform((text) => {
      const at = ISO_TIME.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
      return Number.isNaN(at) ? undefined : new Date(at).toISOString();
    }),
  ),
);

/**
 * A list whose unusable elements are left out. A list of which nothing can be used is malformed, so absent: as an empty
 * list it would erase what is stored.
 */
export function list<T>(element: z.ZodMiniType<T | undefined>, maxItems: number) {
  return soft(
    z.pipe(
      z.array(z.unknown()),
      z.transform((items): T[] | undefined => {
        const usable = items.slice(0, maxItems).flatMap((item) => z.parse(element, item) ?? []);
        return usable.length === 0 && items.length > 0 ? undefined : (usable as T[]);
      }),
    ),
  );
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the keys that hold `undefined`. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<T>;
}
