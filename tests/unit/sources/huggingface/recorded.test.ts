import { describe, expect, it } from 'vitest';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { DAMAGED_DAYS, hasRecordedFeed, readRecordedBodies } from '../../recorded-data';
import { expectGoodPaper } from './expect-good-paper';

// The documented cleaning a second time, by other means and with nothing of the wire's own code.
const words = (text?: string) => text?.split(/\s+/).filter(Boolean).join(' ') || undefined;
const address = (text?: string) => (text === undefined ? undefined : new URL(text.split(/\s+/).join('')).href);
const all = (texts: string[] | undefined, clean: (text: string) => string | undefined) => {
  const kept = [...new Set(texts?.map(clean).filter((text) => text !== undefined))];
  // `[""]` was recorded: it says as little as no list.
  return kept.length > 0 || texts?.length === 0 ? kept : undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: the raw answer, read as it stands on the wire.
function derive(item: any, date: string): object {
  const { paper } = item;
  const organization = paper.organization ?? item.organization ?? item.submitterOrganization;
  const submitter = item.submittedBy ?? paper.submittedOnDailyBy;
  const fields = {
    id: paper.id,
    title: words(paper.title),
    summary: words(paper.summary),
    authors: paper.authors
      .filter((author: { hidden: boolean }) => !author.hidden)
      .map((author: { name: string; user?: { user: string } }) => ({
        name: words(author.name),
        ...(author.user ? { user: author.user.user } : {}),
      })),
    publishedAt: paper.publishedAt,
    dailyDate: date,
    upvotes: paper.upvotes,
    comments: item.numComments,
    keywords: all(paper.ai_keywords, words),
    aiSummary: words(paper.ai_summary),
    organization: organization && { name: words(organization.name), fullname: words(organization.fullname) },
    githubRepo: address(paper.githubRepo),
    githubStars: paper.githubStars,
    projectPage: address(paper.projectPage),
    thumbnail: address(item.thumbnail ?? item.mediaUrl),
    mediaUrls: all(item.mediaUrls ?? paper.mediaUrls, address),
    submitter: words(submitter?.fullname),
    withdrawnAt: paper.withdrawnAt,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

describe.skipIf(!hasRecordedFeed)('the recorded answers', () => {
  const bodies = readRecordedBodies();
  const whole = bodies.filter((body) => !DAMAGED_DAYS.includes(body.date));

  it('give every item of every day, in the order of the answer, with all fields after the documented cleaning', () => {
    expect(whole).toHaveLength(123);
    for (const { folder, date, text } of whole) {
      const body = JSON.parse(text);
      const parsed = parseDailyPapers(body, date);
      expect(parsed, `${folder}/${date}`).toStrictEqual({
        ok: true,
        dropped: [],
        droppedCount: 0,
        papers: body.map((item: unknown) => derive(item, date)),
      });
      if (parsed.ok) parsed.papers.forEach(expectGoodPaper);
    }
  });

  it.each(DAMAGED_DAYS)('give nothing of %s, where the archiver turned the elements into text', (date) => {
    const damaged = bodies.find((body) => body.date === date);
    const body: unknown[] = JSON.parse(damaged?.text ?? '[]');
    const parsed = parseDailyPapers(body, date);
    expect(body.length).toBeGreaterThan(10);
    expect(parsed).toMatchObject({ ok: true, papers: [], droppedCount: body.length });
  });
});
