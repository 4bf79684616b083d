import type { Paper } from '@/lib/core/papers/paper';
import { toLeadAuthors } from '@/lib/core/papers/words';
import type { EntryField } from '@/lib/core/query/field-query';
import { asText } from './MarkedText';

/** Keywords that are offered: with more, the menu would be longer than the popup. */
const MOST_KEYWORDS = 2;

/** What of a paper can be followed: the authors its card names, its organisation, its first keywords. */
export function toFollowable(paper: Paper): { field: EntryField; text: string }[] {
  const entries: { field: EntryField; text: unknown }[] = [
    ...toLeadAuthors(paper.authors).names.map((text) => ({ field: 'author' as const, text })),
    { field: 'org', text: paper.organization?.fullname },
    ...(paper.keywords ?? []).slice(0, MOST_KEYWORDS).map((text) => ({ field: 'keyword' as const, text })),
  ];
  const known = entries.map(({ field, text }) => ({ field, text: asText(text) })).filter(({ text }) => text !== '');
  // A menu has one item of a name.
  return known.filter(({ text }, index) => known.findIndex((other) => other.text === text) === index);
}
