/** What people write for a field or value of ours. */
const ALSO: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  abs: 'abstract',
  summary: 'abstract',
  by: 'author',
  name: 'author',
  organization: 'org',
  organisation: 'org',
  lab: 'org',
  company: 'org',
  affiliation: 'org',
  cat: 'category',
  arxiv: 'id',
  likes: 'upvotes',
  votes: 'upvotes',
  points: 'upvotes',
  replies: 'comments',
  github: 'stars',
  day: 'date',
  since: 'date',
  after: 'date',
  before: 'date',
  in: 'title',
  ti: 'title',
  repo: 'code',
  demo: 'project',
  website: 'project',
  page: 'project',
  video: 'media',
  videos: 'media',
  image: 'media',
  images: 'media',
  star: 'starred',
  saved: 'later',
  hidden: 'dismissed',
  unseen: 'new',
  opened: 'read',
});

/** The option that `text` was probably meant to be: a known other name, else at most two letters away (one if short). */
export function toNearest(text: string, options: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const also = ALSO[wanted];
  if (also !== undefined && options.includes(also)) return also;
  const allowed = wanted.length < 5 ? 1 : 2;
  let best: { option: string; distance: number } | undefined;
  for (const option of options) {
    if (Math.abs(option.length - wanted.length) > allowed) continue;
    const distance = distanceBetween(wanted, option);
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { option, distance };
  }
  return best?.option;
}

/** Letters to change, add, drop or swap with the next (optimal string alignment). */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
