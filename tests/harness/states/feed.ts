import { addDays, type Day, isWeekend } from '@/lib/core/days/day';
import { createDice } from '../sample-feed/dice';
import { EDGE_KINDS, toEdgeItem } from '../sample-feed/edge-papers';
import { createSampleFeed } from '../sample-feed/sample-feed';
import type { SampleItem } from '../sample-feed/to-item';
import type { Feed, WireItem } from '../stand-in/feed';
import type { Row } from './database';

/** The days of the feed that the states are drawn from: each is the newest weekday that is not taken. */
export interface FeedDays {
  today: Day;
  /** One paper of each kind a list must survive. */
  edge: Day;
  /** A hundred papers. */
  dense: Day;
  /** Text that wants to be markup. */
  hostile: Day;
  sunday: Day;
}

export function toFeedDays(today: Day): FeedDays {
  const before = Array.from({ length: 7 }, (_, age) => addDays(today, -1 - age));
  const [edge = '', dense = '', hostile = ''] = before.filter((day) => !isWeekend(day));
  const sunday = before.find((day) => isWeekend(day)) ?? '';
  return { today, edge, dense, hostile, sunday };
}

const DENSE = 100;
const HEBREW_TITLE = 'מודלי שפה גדולים לעברית: Tokenization, נתונים והערכה ב־14 משימות';
const LONG_WORD = `Pneumono${'ultramicroscopicsilico'.repeat(4)}volcanoconiosis`;

/** Each would run, load or navigate where text becomes markup. */
const SCRIPTS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '"><iframe srcdoc="<script>parent.pwned=1</script>">',
  '<style>* { display: none }</style>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '\u202eevil\u202c \u0000\u0007 \ud83d\ude08\ud83c\udffd \u0301\u0301\u0301\u0301\u0301\u0301',
];

/** The sample feed with papers today, whatever weekday it is, and the odd days of `toFeedDays`. */
export function createStateFeed(today: Day): Feed {
  const sample = createSampleFeed();
  const days = toFeedDays(today);
  const made: Record<Day, readonly WireItem[]> = {
    [today]: isWeekend(today) ? toWeekendItems(sample, today) : sample.read(today),
    [days.edge]: toEdgeItems(sample.read(days.edge) as readonly SampleItem[]),
    [days.dense]: toDenseItems(sample, days.dense),
    [days.hostile]: toHostileItems(sample.read(days.hostile) as readonly SampleItem[]),
  };
  return {
    read: (day) => made[day] ?? sample.read(day),
    days: (until) => [...new Set([...sample.days(until), ...(today <= until ? [today] : [])])].sort(),
  };
}

/** A weekend's own papers: those of a weekday a year ago under other ids. */
function toWeekendItems(sample: Feed, today: Day): WireItem[] {
  const items = sample.read(addDays(today, isWeekend(addDays(today, -366)) ? -368 : -366));
  return withIds(items as readonly SampleItem[], '9');
}

function toEdgeItems(items: readonly SampleItem[]): SampleItem[] {
  const dice = createDice('edge');
  const odd = EDGE_KINDS.map((kind, index) => withShownAuthors(toEdgeItem(items[index] as SampleItem, kind, dice)));
  const [hebrew, wide, ...rest] = items.slice(EDGE_KINDS.length);
  return [
    ...odd,
    ...(hebrew ? [withPaper(hebrew, { title: HEBREW_TITLE })] : []),
    ...(wide ? [withPaper(wide, { title: LONG_WORD, authors: [{ _id: 'a', name: LONG_WORD, hidden: false }] })] : []),
    ...rest,
    // As they are read: the feed orders a day by its upvotes.
  ].map((item, index) => withPaper(item, { upvotes: Math.max(0, 12_345 - index * 1_111) }));
}

function toDenseItems(sample: Feed, day: Day): SampleItem[] {
  const others = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((age) => sample.read(addDays(day, -300 - age)));
  const items = [...sample.read(day), ...others] as SampleItem[];
  return withIds(items.slice(0, DENSE), '8');
}

function toHostileItems(items: readonly SampleItem[]): SampleItem[] {
  return SCRIPTS.map((text, index) =>
    withPaper(items[index] as SampleItem, {
      title: `Title ${text}`,
      summary: `Abstract ${text}`,
      authors: [{ _id: 'a', name: `Author ${text}`, hidden: false }],
      organization: { _id: 'o', name: text, fullname: `Lab ${text}` },
      githubRepo: 'javascript:window.pwned=1',
    }),
  );
}

function withIds(items: readonly SampleItem[], first: string): SampleItem[] {
  return items.map((item, index) => {
    const id = `${item.paper.id.slice(0, 5)}${first}${String(index).padStart(4, '0')}`;
    return withPaper(item, { id });
  });
}

/** A few authors of the sample feed hide their names; here the number of them is told. */
function withShownAuthors(item: SampleItem): SampleItem {
  const authors = item.paper.authors as Row[];
  return withPaper(item, { authors: authors.map((author) => ({ ...author, hidden: false })) });
}

function withPaper(item: SampleItem, change: object): SampleItem {
  return { ...item, paper: { ...item.paper, ...change } };
}
