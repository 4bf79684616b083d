import { count, type Field, httpUrl, isoTime, line, list, MAX, present, record } from './fields';

const isTrue: Field<boolean> = (value) => value === true;
/** As it stands: what it has to be is told in words by whoever reads it. */
const raw: Field<unknown> = (value) => value;

const account = record({ fullname: line(MAX.name), name: line(MAX.name), user: line(MAX.name) });

const readAuthor = record({ name: line(MAX.name), hidden: isTrue, user: account });

const author: Field<{ hidden: boolean; author: { name: string; user?: string } }> = (value) => {
  const { name, hidden = false, user } = readAuthor(value) ?? {};
  if (name === undefined) return undefined;
  return { hidden, author: present({ name, user: user?.user ?? user?.name }) };
};

const readOrganization = record({ name: line(MAX.name), fullname: line(MAX.name) });

const organization: Field<{ name: string; fullname: string }> = (value) => {
  const { name, fullname } = readOrganization(value) ?? {};
  const either = name ?? fullname;
  return either === undefined ? undefined : { name: name ?? either, fullname: fullname ?? either };
};

const mediaUrls = list(httpUrl, MAX.mediaUrls);

/** One element of the answer. Keys that are not named are ignored; every field but the paper itself may be absent. */
export const readWireItem = record({
  paper: record({
    id: raw,
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

type ReadItem = NonNullable<ReturnType<typeof readWireItem>>;
export type WireItem = ReadItem & { paper: NonNullable<ReadItem['paper']> };
/** A user as the feed names one. */
export type Account = WireItem['submittedBy'];
