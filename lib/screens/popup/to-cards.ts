import type { CardFacts, PaperGroup } from '@/components/paper/PaperList';
import type { PaperId } from '@/lib/core/papers/paper';
import { isSamePaper } from '@/lib/core/papers/same-paper';
import type { PaperEntry } from '@/lib/ui/use-feed';
import { type EntryGroup, isMarked, type ListEntry } from './lists';
import type { Matcher } from './matching';
import type { Search } from './searching';

/** A card as it was drawn last, and the search that found it. */
export interface KnownCard {
  facts: CardFacts;
  found: Search | undefined;
}

const NO_TOPICS: CardFacts['topics'] = [];

/**
 * Groups without their empty ones, as cards. A card of which nothing changed is the same object as before (`known`,
 * which is brought up to date): it is not drawn again. Every mark has all papers read anew, as other objects.
 */
export function toCards(
  groups: readonly EntryGroup[],
  {
    matcher,
    isNew,
    open,
    found,
    known,
  }: {
    matcher: Matcher | undefined;
    isNew(entry: PaperEntry): boolean;
    open: ReadonlySet<string>;
    /** The search whose hits these are. */
    found?: Search | undefined;
    known: Map<PaperId, KnownCard>;
  },
): PaperGroup[] {
  const toCard = (entry: ListEntry): CardFacts => {
    const { paper, status, lost } = entry;
    const before = known.get(paper.id);
    const facts = {
      paper: before && isSamePaper(before.facts.paper, paper) ? before.facts.paper : paper,
      isNew: isNew(entry),
      read: isMarked(status, 'read'),
      starred: isMarked(status, 'starred'),
      later: isMarked(status, 'later'),
      dismissed: isMarked(status, 'dismissed'),
      // The matcher gives the same array as long as nothing changed that a query can look at.
      topics: matcher?.toTopics(entry) ?? NO_TOPICS,
      open: open.has(paper.id),
    };
    if (before && before.found === found && isSameCopy(before.facts.lost, lost) && isSame(before.facts, facts))
      return before.facts;
    const card: CardFacts = {
      ...facts,
      lost,
      why: facts.open ? matcher?.toWhy(entry, found?.toMatches(entry)) : undefined,
      toFound: found && (() => found.toFound(entry)),
    };
    known.set(paper.id, { facts: card, found });
    return card;
  };
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ day, name, entries, total }) => ({ day, name, cards: entries.map(toCard), total }));
}

function isSame(before: CardFacts, facts: Partial<CardFacts>): boolean {
  return (Object.keys(facts) as (keyof CardFacts)[]).every((key) => before[key] === facts[key]);
}

function isSameCopy(a: CardFacts['lost'], b: CardFacts['lost']): boolean {
  return (a === undefined) === (b === undefined) && a?.link === b?.link;
}
