import type { Day } from '../days/day';
import { isNew } from '../papers/new';
import type { Paper, PaperId } from '../papers/paper';
import type { Status } from '../papers/status';
import type { Settings } from '../settings/settings';
import { type CompiledTopic, matchTopics } from '../topics/match-topics';
import { toQuietEnd } from './quiet-hours';
import { toToldId } from './told';

export interface AlertInput {
  /** The papers that came since the last alert, in the order they came. */
  entries: readonly { paper: Paper; status?: Status | undefined; seen: boolean }[];
  /** From `compileTopics`. */
  topics: readonly CompiledTopic[];
  settings: Pick<Settings, 'quietHours' | 'quietFrom' | 'quietTo'>;
  /** A popup is in view. */
  inView: boolean;
  today: Day;
  /** Our clock, ms. */
  now: number;
}

/** Plain text. */
export interface Alert {
  /** From `toToldId`. */
  id: string;
  title: string;
  message: string;
}

/** What there is to tell, and the papers that are told of later. */
export interface AlertPlan {
  alert?: Alert | undefined;
  later: PaperId[];
}

/** More titles than these are a number. */
const TITLES = 3;
const NAMES = 3;

/**
 * One alert for all papers that are still new and match a topic that wants to be told of. In quiet hours there is none,
 * nor while a popup is in view, which may show them or another list. Those papers wait: only those, or a topic that is
 * switched on meanwhile would tell of what was there before.
 */
export function planAlert({ entries, topics, settings, inView, today, now }: AlertInput): AlertPlan {
  const telling = topics.filter(({ topic }) => topic.notify);
  const matched = new Set<string>();
  const papers = entries.flatMap((entry) => {
    const ids = isNew(entry, today) ? matchTopics(telling, { ...entry, today }) : [];
    for (const id of ids) matched.add(id);
    return ids.length > 0 ? [entry.paper] : [];
  });
  if (inView || toQuietEnd(settings, now) !== undefined) return { later: papers.map(({ id }) => id) };
  const names = telling.flatMap(({ topic: { id, name } }) => (matched.has(id) ? [name] : []));
  return { alert: toAlert(papers, toList(names, NAMES, ', ')), later: [] };
}

function toAlert(papers: readonly Paper[], names: string): Alert | undefined {
  const titles = papers.map(({ title }) => title);
  const [title, second] = titles;
  if (title === undefined) return undefined;
  const id = toToldId(papers);
  if (second === undefined) return { id, title, message: `New paper: ${names}` };
  return { id, title: `${titles.length} new papers: ${names}`, message: toList(titles, TITLES, '\n') };
}

/** The first of them, and how many are left. */
function toList(words: readonly string[], most: number, between: string): string {
  const left = words.length - most;
  return [...words.slice(0, most), ...(left > 0 ? [`and ${left} more`] : [])].join(between);
}
