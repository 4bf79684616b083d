import * as z from 'zod/mini';
import { isDay } from '../days/day';
import { isPaperId } from '../papers/paper-id';
import { FIRST_DAY } from '../sync/picked-day';
import type { BackupPaper } from './backup';
import { address, entry, named, text, time, whole } from './schema-parts';

const list = <T extends z.core.$ZodType>(one: T, max: number) =>
  z.array(one, named('must be a list')).check(z.maxLength(max, named(`has more than ${max} entries`)));

const isFeedDay = named('must be a day of the feed, like 2026-11-20');
/** No later than the calendar reaches is for whoever restores to say: the file does not know what day it is there. */
const day = z.string(isFeedDay).check(z.refine((value) => isDay(value) && value >= FIRST_DAY, isFeedDay));

const isMoment = named('must be a moment, like 2026-11-20T08:00:00.000Z');
const moment = z.string(isMoment).check(
  z.refine((value) => {
    const at = value.length > 40 ? Number.NaN : Date.parse(value);
    return !Number.isNaN(at) && new Date(at).toISOString() === value;
  }, isMoment),
);

const isId = named('must be the id of a paper');

/** Several times the longest that the feed's reader keeps: whatever is stored fits. */
const NAME = 1_000;
const TEXT = 100_000;

const listing = entry({
  source: z.literal('huggingface', named('must be "huggingface"')),
  date: day,
  rank: whole,
  firstSeenAt: time,
});

/** A paper with its places in the lists of days. */
export const paper = entry({
  // An id of another form would be a second row for a paper that is stored, or break the address made of it.
  id: z.string(isId).check(z.refine(isPaperId, isId)),
  title: text(0, 10_000),
  summary: text(0, TEXT),
  authors: list(entry({ name: text(0, NAME), user: z.exactOptional(text(0, NAME)) }), 10_000),
  publishedAt: z.exactOptional(moment),
  dailyDate: day,
  upvotes: whole,
  comments: whole,
  keywords: list(text(0, NAME), 1_000),
  aiSummary: z.exactOptional(text(0, TEXT)),
  organization: z.exactOptional(entry({ name: text(0, NAME), fullname: text(0, NAME) })),
  githubRepo: z.exactOptional(address),
  githubStars: z.exactOptional(whole),
  projectPage: z.exactOptional(address),
  thumbnail: z.exactOptional(address),
  mediaUrls: list(address, 1_000),
  categories: list(text(0, NAME), 1_000),
  submitter: z.exactOptional(text(0, NAME)),
  withdrawnAt: z.exactOptional(moment),
  firstSeenAt: time,
  updatedAt: time,
  listings: list(listing, 1_000).check(
    z.refine(
      (listings) => new Set(listings.map(({ source, date }) => `${source} ${date}`)).size === listings.length,
      named('has the same day twice'),
    ),
  ),
  seenAt: z.exactOptional(time),
  // A field that is stored and not named here would keep every paper that has it out of the file.
} satisfies Record<keyof BackupPaper, unknown>);
