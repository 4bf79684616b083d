import { addDays, DAY_MS, type Day, startOfDay } from '@/lib/core/days/day';
import type { Dice } from './dice';
import { toLab, toPersonName } from './names';
import type { Text } from './write-paper';

/** A DailyPaper of the newest schema (SOURCES 1.2), with the coverage of its optional fields. */
export type SampleItem = Record<string, unknown> & { paper: Record<string, unknown> & { id: string; upvotes: number } };

const NEW_YORK = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'short' });
const UPLOADS = 'https://cdn-uploads.huggingface.co/production/uploads';

/** Wraps a text as the feed sends it. `index` is its place in the day's order of submission. */
export function toItem(text: Text, day: Day, index: number, dice: Dice): SampleItem {
  const publishedDay = addDays(day, -Math.min(13, 1 + Math.floor(Math.abs(dice.normal()) * 2)));
  const publishedAt = `${publishedDay}T00:00:00.000Z`;
  const id = toArxivId(day, publishedDay, index);
  const slug = text.name.toLowerCase().replace(/[^a-z\d]+/g, '-');
  const submitter = toAccount(toPersonName(dice), dice);
  const lab = dice.chance(0.66) ? toLab(dice) : undefined;
  const organization = lab && { _id: dice.hex(24), ...lab, avatar: `${UPLOADS}/${dice.hex(24)}/${dice.hex(16)}.png` };
  const owner = lab?.name ?? submitter.name;
  const mediaUrls = dice.chance(0.2)
    ? [`${UPLOADS}/${dice.hex(24)}/${dice.hex(12)}.${dice.pick(['png', 'mp4', 'jpeg'])}`]
    : undefined;
  const comments = dice.chance(0.8) ? 1 : dice.pick([0, 2, 2, 3, 3, 4, 6]);

  return {
    paper: {
      id,
      authors: Array.from({ length: toAuthorCount(dice) }, () => toAuthor(dice)),
      publishedAt,
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      title: text.title,
      submittedOnDailyBy: { ...submitter, user: submitter.name },
      summary: dice.chance(0.04) ? wrap(text.abstract) : text.abstract,
      upvotes: Math.min(420, Math.round(Math.exp(2.1 + 1.15 * dice.normal()))),
      discussionId: dice.hex(24),
      ...(dice.chance(0.35) ? { projectPage: `https://${slug}.example.org/` } : {}),
      ...(dice.chance(0.45) ? toRepository(owner, slug, dice) : {}),
      ...(dice.chance(0.98) ? toAiParts(text) : {}),
      ...(organization ? { organization } : {}),
      ...(mediaUrls ? { mediaUrls } : {}),
    },
    publishedAt: new Date(Date.parse(publishedAt) - toNewYorkOffsetMs(publishedDay)).toISOString(),
    title: text.title,
    summary: text.abstract,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: comments,
    submittedBy: { ...submitter, isHf: false, isHfAdmin: false, isMod: false, followerCount: dice.integer(0, 400) },
    ...(organization ? { organization } : {}),
    ...(mediaUrls ? { mediaUrls } : {}),
    isAuthorParticipating: dice.chance(0.3),
  };
}

/** `YYMM.NNNNN` of the month of publication. The listing's day is in the number, so that no two days share an id. */
function toArxivId(day: Day, published: Day, index: number): string {
  const number = ((startOfDay(day) / DAY_MS) % 62) * 300 + index * 5 + 101;
  return `${published.slice(2, 4)}${published.slice(5, 7)}.${String(number).padStart(5, '0')}`;
}

export function toAuthor(dice: Dice): Record<string, unknown> {
  const name = toPersonName(dice);
  const author = { _id: dice.hex(24), name, hidden: dice.chance(0.005) };
  if (!dice.chance(0.12)) return author;
  return { ...author, user: { ...toAccount(name, dice), user: toHandle(name) }, status: 'claimed_verified' };
}

function toAccount(fullname: string, dice: Dice) {
  // Half of the avatars are relative to the site, as in the recordings.
  const avatarUrl = dice.chance(0.5)
    ? `/avatars/${dice.hex(32)}.svg`
    : `https://cdn-avatars.huggingface.co/v1/production/uploads/${dice.hex(24)}/${dice.hex(12)}.jpeg`;
  return { _id: dice.hex(24), avatarUrl, fullname, name: toHandle(fullname), type: 'user', isPro: dice.chance(0.2) };
}

function toAiParts({ aiSummary, keywords }: Text) {
  return { ai_summary: aiSummary, ai_keywords: keywords, ai_summary_model: 'sample/summariser' };
}

function toHandle(fullname: string): string {
  return fullname
    .normalize('NFKD')
    .replace(/[^\w ]/g, '')
    .toLowerCase()
    .split(' ')
    .join('');
}

function toRepository(owner: string, slug: string, dice: Dice) {
  return {
    githubRepo: `https://github.com/${owner}/${slug}`,
    githubRepoAddedBy: dice.pick(['user', 'user', 'auto', 'admin']),
    githubStars: Math.round(Math.exp(3 + 1.6 * dice.normal())),
  };
}

/** Median 5 to 6, a tail up to a few hundred. */
function toAuthorCount(dice: Dice): number {
  if (dice.chance(0.004)) return dice.integer(90, 380);
  return Math.min(60, Math.max(1, Math.round(Math.exp(1.75 + 0.65 * dice.normal()))));
}

/** The outer `publishedAt` is New York's wall time mislabelled as UTC (trap 1): 4 hours off in summer, 5 in winter. */
function toNewYorkOffsetMs(day: Day): number {
  return (NEW_YORK.format(startOfDay(day)).includes('EDT') ? 4 : 5) * 3_600_000;
}

/** Hard-wrapped, as about one abstract in 25 still is. */
function wrap(text: string): string {
  return text.replace(/(.{60,78}) /g, '$1\n');
}
