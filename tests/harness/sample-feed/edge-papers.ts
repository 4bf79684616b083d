import { DAY_MS, type Day, startOfDay, toWeekday } from '@/lib/core/days/day';
import type { Dice } from './dice';
import { type SampleItem, toAuthor } from './to-item';

/** Papers that a list must survive, one each on the weekdays of every fourth week. */
export const EDGE_KINDS = ['many-authors', 'long-title', 'no-abstract', 'right-to-left', 'no-authors-no-date'] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

const LONG_TITLE =
  'Everything Everywhere All in Context: A Very Large Study of Very Long Inputs to Language, Vision, Speech and Action Models, with Remarks on Evaluation, Memory, Cost and the Many Ways in Which a Sufficiently Long Document Can Contradict Itself before Anyone, Human or Machine, Has Read It to the End Once';

/** "Measuring how well language models understand Arabic dialects: a benchmark of many tasks". */
const ARABIC_TITLE = 'قياس فهم النماذج اللغوية للهجات العربية: معيار متعدد المهام';

export function toEdgeKind(day: Day): EdgeKind | undefined {
  const week = Math.floor((startOfDay(day) / DAY_MS + 3) / 7);
  return week % 4 === 0 ? EDGE_KINDS[toWeekday(day) - 1] : undefined;
}

/** Turns an ordinary item into the odd one. */
export function toEdgeItem(item: SampleItem, kind: EdgeKind, dice: Dice): SampleItem {
  switch (kind) {
    case 'many-authors':
      return withPaper(item, { authors: Array.from({ length: 664 }, () => toAuthor(dice)) });
    case 'long-title':
      return withTitle(item, LONG_TITLE);
    case 'right-to-left':
      return withTitle(item, ARABIC_TITLE);
    case 'no-abstract': {
      const { summary: _, ai_summary: __, ...paper } = item.paper;
      const { summary: ___, ...outer } = item;
      return { ...outer, paper: paper as SampleItem['paper'] };
    }
    case 'no-authors-no-date': {
      const { publishedAt: _, ...paper } = item.paper;
      const { publishedAt: __, ...outer } = item;
      return { ...outer, paper: { ...(paper as SampleItem['paper']), authors: [] } };
    }
  }
}

function withPaper(item: SampleItem, change: object): SampleItem {
  return { ...item, paper: { ...item.paper, ...change } };
}

function withTitle(item: SampleItem, title: string): SampleItem {
  return { ...withPaper(item, { title }), title };
}
