import type { JSX } from 'preact';
import { AlertBar } from '@/components/feed/AlertBar';
import { BadgeSum } from '@/components/feed/BadgeSum';
import type { BadgeSum as Sum } from './use-badge-sum';
import type { Told } from './use-told';

/** What stands above New: that it holds the papers of an alert, or the sum behind the badge. Nothing above other lists. */
export function NewBar({ badge, told }: { badge: Sum; told: Told }): JSX.Element | null {
  if (told.entries) return <AlertBar count={told.entries.length} onShowAll={told.showAll} />;
  const { sum, chosen, choose } = badge;
  if (!sum || (sum.total === 0 && chosen === undefined)) return null;
  return <BadgeSum {...sum} chosen={chosen} onChoose={choose} />;
}
