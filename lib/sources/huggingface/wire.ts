import type { Day } from '@/lib/core/days/day';
import { toLine } from '@/lib/core/papers/clean-text';
import type { IncomingPaper } from '@/lib/core/papers/paper';
import { toPaperId } from '@/lib/core/papers/paper-id';
import type { DroppedItem } from '@/lib/core/sync/ledger';
import { present } from './fields';
import { type Account, readWireItem, type WireItem } from './item-schema';

/*
 * The wire's shape stops here (law 7). What becomes of each field, by where it stands in an item (SOURCES 1.2 to 1.4):
 *
 * | paper field      | from, first usable wins                                | cleaning                                  |
 * |------------------|--------------------------------------------------------|-------------------------------------------|
 * | id               | paper.id, text only                                    | trimmed, version cut off; see toPaperId   |
 * | title            | paper.title, title                                     | line                                      |
 * | summary          | paper.summary, summary                                 | line                                      |
 * | authors          | paper.authors: name; user from user.user, user.name    | lines; hidden and nameless ones left out  |
 * | publishedAt      | paper.publishedAt. Never the outer one: New York time  | ISO time                                  |
 * | dailyDate        | the day that was asked for                             |                                           |
 * | upvotes          | paper.upvotes                                          | whole number from 0                       |
 * | comments         | numComments                                            | whole number from 0                       |
 * | keywords         | paper.ai_keywords                                      | lines; empty and repeated ones left out   |
 * | aiSummary        | paper.ai_summary                                       | line                                      |
 * | organization     | paper.organization, organization, submitterOrganization| lines; name and fullname stand in for     |
 * |                  |                                                        | each other                                |
 * | githubRepo       | paper.githubRepo                                       | address                                   |
 * | githubStars      | paper.githubStars, with or without a repo              | whole number from 0                       |
 * | projectPage      | paper.projectPage                                      | address                                   |
 * | thumbnail        | thumbnail, mediaUrl (its name until 2024-06-11)        | address                                   |
 * | mediaUrls        | mediaUrls, paper.mediaUrls                             | addresses; repeated ones left out         |
 * | submitter        | fullname, name or user of submittedBy, else of         | line                                      |
 * |                  | paper.submittedOnDailyBy                               |                                           |
 * | withdrawnAt      | paper.withdrawnAt                                      | ISO time                                  |
 *
 * line: `toLine` (one line, single spaces). address: `toHttpUrl` (white space out, http and https only). Null, empty or
 * malformed is absent, and so is a list of nothing else (`[""]` was recorded); an empty list is present. Avatars, ids of
 * accounts and every other key are not kept.
 */

/** Reasons kept in words; `droppedCount` counts all. */
const MAX_DROPPED = 20;

export type ParsedDay =
  | { ok: true; papers: IncomingPaper[]; dropped: DroppedItem[]; droppedCount: number }
  | { ok: false; kind: 'wrong-shape'; detail: string };

/**
 * The papers in an answer to `/api/daily_papers?date=`, in its order. One malformed item is dropped and counted with
 * the reason in words (at most 20 are kept); one malformed field is lost alone. A key that is absent from a paper says
 * nothing about it. Never throws.
 */
export function parseDailyPapers(body: unknown, date: Day): ParsedDay {
  if (!Array.isArray(body))
    return { ok: false, kind: 'wrong-shape', detail: `Expected a list, got ${describe(body)}.` };
  const papers = new Map<string, IncomingPaper>();
  const dropped: DroppedItem[] = [];
  let droppedCount = 0;
  body.forEach((item: unknown, index) => {
    const parsed = parseItem(item, date);
    const repeated = 'paper' in parsed && papers.has(parsed.paper.id);
    if ('paper' in parsed && !repeated) {
      papers.set(parsed.paper.id, parsed.paper);
      return;
    }
    droppedCount += 1;
    if (dropped.length === MAX_DROPPED) return;
    const { id, why } = 'paper' in parsed ? { id: parsed.paper.id, why: 'is listed twice' } : parsed;
    dropped.push(present({ index, id, why: `Item ${index + 1}${id === undefined ? '' : ` (${id})`} ${why}.` }));
  });
  return { ok: true, papers: [...papers.values()], dropped, droppedCount };
}

/** Gives the paper, or why there is none as the end of a sentence. */
function parseItem(item: unknown, date: Day): { paper: IncomingPaper } | { id?: string | undefined; why: string } {
  if (typeof item !== 'object' || item === null) return { why: `is ${describe(item)}, not a paper` };
  const wire = readWireItem(item);
  if (!wire?.paper) return { why: 'has no paper in it' };
  const { paper } = wire;
  const { id: rawId } = paper;
  // Never made into text: the number 2503.0213 was 2503.02130, and nobody can tell.
  if (typeof rawId !== 'string') return { why: rawId === undefined ? 'has no id' : `has ${describe(rawId)} as its id` };
  const id = toPaperId(rawId, 'huggingface');
  if (id === undefined) return { id: toLine(rawId, 40) || undefined, why: 'has an id of unknown form' };
  const title = paper.title ?? wire.title;
  if (title === undefined) return { id, why: 'has no title' };
  return { paper: toIncomingPaper({ ...wire, paper, id, title }, date) };
}

function toIncomingPaper(
  { id, title, paper, ...outer }: WireItem & { id: string; title: string },
  date: Day,
): IncomingPaper {
  return present({
    id,
    title,
    summary: paper.summary ?? outer.summary,
    authors: paper.authors?.flatMap(({ hidden, author }) => (hidden ? [] : [author])),
    publishedAt: paper.publishedAt,
    dailyDate: date,
    upvotes: paper.upvotes,
    comments: outer.numComments,
    keywords: unique(paper.ai_keywords),
    aiSummary: paper.ai_summary,
    organization: paper.organization ?? outer.organization ?? outer.submitterOrganization,
    githubRepo: paper.githubRepo,
    githubStars: paper.githubStars,
    projectPage: paper.projectPage,
    thumbnail: outer.thumbnail ?? outer.mediaUrl,
    mediaUrls: unique(outer.mediaUrls ?? paper.mediaUrls),
    submitter: toAccountName(outer.submittedBy) ?? toAccountName(paper.submittedOnDailyBy),
    withdrawnAt: paper.withdrawnAt,
  });
}

function toAccountName(one: Account): string | undefined {
  return one?.fullname ?? one?.name ?? one?.user;
}

function unique(texts: string[] | undefined): string[] | undefined {
  return texts && [...new Set(texts)];
}

/** What a value is, in words for the ledger. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'yes or no';
  const keys = Object.keys(value)
    .slice(0, 5)
    .map((key) => toLine(key, 30));
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
}
