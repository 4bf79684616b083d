import { addDays, type Day, isWeekend } from '@/lib/core/days/day';
import type { Feed } from '../stand-in/feed';
import { createDice, type Dice } from './dice';
import { toEdgeItem, toEdgeKind } from './edge-papers';
import type { Field, Idea } from './field';
import { FIELDS } from './fields';
import { type SampleItem, toItem } from './to-item';
import { writePaper } from './write-paper';

export interface SampleFeedOptions {
  /** Another seed is another world of papers. */
  seed?: string;
  /** The first day that has papers; 400 days are enough for anything that looks back a year. */
  from?: Day;
}

/**
 * A generated feed: 5 to 50 papers on every weekday since `from`, for any day that is asked for. A day's body depends
 * on seed and date alone, so that tomorrow changes nothing of yesterday.
 */
export function createSampleFeed({ seed = 'morning', from = '2025-01-01' }: SampleFeedOptions = {}): Feed {
  const cache = new Map<Day, SampleItem[]>();
  return {
    read(day) {
      if (day < from || isWeekend(day)) return [];
      const body = cache.get(day) ?? writeDay(seed, day);
      cache.set(day, body);
      return body;
    },
    days(until) {
      const days: Day[] = [];
      for (let day = from; day <= until; day = addDays(day, 1)) if (!isWeekend(day)) days.push(day);
      return days;
    },
  };
}

function writeDay(seed: string, day: Day): SampleItem[] {
  const dice = createDice(`${seed}/${day}`);
  const ideas = chooseIdeas(toPaperCount(dice), dice);
  const items = ideas.map(([field, idea], index) => writeItem(`${seed}/${day}/${index}`, field, idea, day, index));
  const kind = toEdgeKind(day);
  if (kind !== undefined && items[2] !== undefined) items[2] = toEdgeItem(items[2], kind, dice);
  return items.sort((a, b) => b.paper.upvotes - a.paper.upvotes);
}

function writeItem(seed: string, field: Field, idea: Idea, day: Day, index: number): SampleItem {
  const dice = createDice(seed);
  return toItem(writePaper(field, idea, dice), day, index, dice);
}

function toPaperCount(dice: Dice): number {
  return Math.min(50, Math.max(5, Math.round(25 + 8 * dice.normal())));
}

/** No idea comes twice on a day; fields come by their weight. */
function chooseIdeas(count: number, dice: Dice): [Field, Idea][] {
  const left = FIELDS.map((field) => ({ field, ideas: dice.sample(field.ideas, field.ideas.length) }));
  const chosen: [Field, Idea][] = [];
  while (chosen.length < count) {
    const open = left.filter(({ ideas }) => ideas.length > 0);
    const { field, ideas } = dice.pick(open.flatMap((entry) => Array<typeof entry>(entry.field.weight).fill(entry)));
    const idea = ideas.pop();
    if (idea !== undefined) chosen.push([field, idea]);
  }
  return chosen;
}
