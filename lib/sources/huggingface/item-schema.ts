import * as z from 'zod/mini';
import { count, httpUrl, isoTime, line, list, MAX, present, soft } from './fields';

let made: ReturnType<typeof createItemSchema> | undefined;

/** One element of the answer. Keys that are not named are ignored; every field but the paper itself is soft. */
export function toItemSchema(): ReturnType<typeof createItemSchema> {
  // Made at its first use: every wake of the worker would make it before it answers, and few of them read a feed.
  made ??= createItemSchema();
  return made;
}

function createItemSchema() {
  const account = soft(z.object({ fullname: line(MAX.name), name: line(MAX.name), user: line(MAX.name) }));

  const author = soft(
    z.pipe(
      z.object({ name: line(MAX.name), hidden: soft(z.boolean()), user: account }),
      z.transform(({ name, hidden, user }) => {
        if (name === undefined) return undefined;
        return { hidden: hidden === true, author: present({ name, user: user?.user ?? user?.name }) };
      }),
    ),
  );

  const organization = soft(
    z.pipe(
      z.object({ name: line(MAX.name), fullname: line(MAX.name) }),
      z.transform(({ name, fullname }) => {
        const either = name ?? fullname;
        return either === undefined ? undefined : { name: name ?? either, fullname: fullname ?? either };
      }),
    ),
  );

  const mediaUrls = list(httpUrl, MAX.mediaUrls);

  return z.object({
    paper: z.object({
      id: z.optional(z.unknown()),
      title: line(MAX.title),
      summary: line(MAX.summary),
      authors: list(author, MAX.authors),
      publishedAt: isoTime,
      upvotes: count,
      ai_keywords: list(line(MAX.keyword), MAX.keywords),
      ai_summary: line(MAX.summary),
      organization,
      githubRepo: httpUrl,
      githubStars: count,
      projectPage: httpUrl,
      mediaUrls,
      submittedOnDailyBy: account,
      withdrawnAt: isoTime,
    }),
    title: line(MAX.title),
    summary: line(MAX.summary),
    numComments: count,
    thumbnail: httpUrl,
    mediaUrl: httpUrl,
    mediaUrls,
    organization,
    submitterOrganization: organization,
    submittedBy: account,
  });
}

export type WireItem = z.infer<ReturnType<typeof createItemSchema>>;
/** A user as the feed names one. */
export type Account = WireItem['submittedBy'];
