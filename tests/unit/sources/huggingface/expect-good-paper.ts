import { expect } from 'vitest';
import type { IncomingPaper } from '@/lib/core/papers/paper';

const TEXT = /^\S+(?: \S+)*$/u;
const KINDS: { [K in keyof Required<IncomingPaper>]: (value: NonNullable<IncomingPaper[K]>) => boolean } = {
  id: (id) => /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|huggingface:[A-Za-z][\w.-]*)$/.test(id),
  title: isText,
  summary: isText,
  authors: (authors) => authors.every((author) => isRecord(author, ['name', 'user']) && isText(author.name)),
  publishedAt: isTime,
  dailyDate: (day) => /^\d{4}-\d{2}-\d{2}$/.test(day),
  upvotes: isCount,
  comments: isCount,
  keywords: (keywords) => keywords.every(isText) && new Set(keywords).size === keywords.length,
  aiSummary: isText,
  organization: (one) => isRecord(one, ['name', 'fullname']) && isText(one.name) && isText(one.fullname),
  githubRepo: isAddress,
  githubStars: isCount,
  projectPage: isAddress,
  thumbnail: isAddress,
  mediaUrls: (urls) => urls.every(isAddress),
  categories: () => false,
  submitter: isText,
  withdrawnAt: isTime,
};

/** Fails unless `paper` may be stored: known keys only, each of its type, nothing undefined, no text that is not text. */
export function expectGoodPaper(paper: IncomingPaper): void {
  expect(Object.getPrototypeOf(paper)).toBe(Object.prototype);
  for (const required of ['id', 'title', 'dailyDate'] as const) expect(paper).toHaveProperty(required);
  for (const [key, value] of Object.entries(paper)) {
    const isGood = KINDS[key as keyof IncomingPaper] as ((value: unknown) => boolean) | undefined;
    expect(isGood?.(value), `${key}: ${JSON.stringify(value)?.slice(0, 200)}`).toBe(true);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 20_000 && TEXT.test(value) && !/\p{Cs}/u.test(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTime(value: string): boolean {
  return new Date(value).toISOString() === value;
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:$/.test(new URL(value).protocol) && new URL(value).href === value;
}

function isRecord(value: object, keys: string[]): boolean {
  return Object.entries(value).every(([key, text]) => keys.includes(key) && isText(text));
}
