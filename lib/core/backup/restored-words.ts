import { withoutStop } from '../sync/storage-reasons';
import { TOPIC_LIMIT } from '../topics/plan-topics';
import type { RestoredPapers, RestoredPruning } from './describe-restore';

/**
 * What a restore did that wrote rows of papers; `own` is what of it can be undone. `isPlaced`: papers, or places of papers
 * in lists, were written.
 */
export function toRestoredWords({ added, isPlaced }: { added: number; isPlaced: boolean }, own?: string): string {
  if (own === undefined)
    return added === 0
      ? 'A backup was restored: only when papers were shown, or where they are listed, was new.'
      : `A backup was restored: ${format(added)} added.`;
  if (!isPlaced) return own;
  return `${own} ${added === 0 ? 'Places in lists were' : `${format(added)}`} added, which an undo leaves here.`;
}

/** What a restore that failed has left: `unknown` where it was broken off, and may have written all of it. */
export type LeftByFailure = 'nothing' | 'papers' | 'unknown';

/** Why a restore has failed, and what of it is here. */
export function toNotRestoredWords(detail: string, left: LeftByFailure): string {
  const why = `${withoutStop(detail)}.`;
  if (left === 'unknown') return why;
  const rest =
    left === 'papers'
      ? 'Papers of the backup may be here all the same; nothing you made was changed.'
      : 'Nothing was changed.';
  return `Not restored. ${why} ${rest}`;
}

/** What goes by the setting of the backup. */
export function toPruningLine({ keepDays, papers }: RestoredPruning): string {
  const [older, come] =
    papers === 1
      ? ['1 older one that is here', 'it']
      : [`${papers.toLocaleString('en-US')} older ones that are here`, 'them'];
  return `The backup keeps papers for ${keepDays} days: ${older} will be deleted, and an undo does not bring ${come} back.`;
}

/** "20,000 papers new, 12 here already." and, where some are left out, why. */
export function toPapersLine({ fresh, here, placed, newlySeen, old, ahead, keepDays }: RestoredPapers): string {
  const parts = [
    fresh > 0 && `${format(fresh)} new`,
    here > 0 && `${fresh > 0 ? here.toLocaleString('en-US') : format(here)} here already`,
  ].filter(Boolean);
  return [
    parts.length > 0 && `${parts.join(', ')}.`,
    placed > 0 &&
      `${placed.toLocaleString('en-US')} of those here ${placed === 1 ? 'is' : 'are'} added to lists that ${placed === 1 ? 'it was' : 'they were'} in.`,
    newlySeen > 0 &&
      `${format(newlySeen)} that ${newlySeen === 1 ? 'is new here was' : 'are new here were'} shown before, and will not be new any more.`,
    old > 0 && `${toAre(old)} older than the ${keepDays} days that papers are kept for, and left out.`,
    ahead > 0 && `${toAre(ahead)} of days that have not come yet, and left out.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Where a restore would bring more topics than there can be: it is the user's to say which of them go. */
export function toTooManyWords({ before, after }: { before: number; after: number }): string | undefined {
  if (after <= TOPIC_LIMIT || after <= before) return undefined;
  return `There would be ${after.toLocaleString('en-US')} topics. With more than ${TOPIC_LIMIT} the lists and the badge are slow, and no topic can be added: delete some then.`;
}

/** Topics that two profiles made, each by itself: a merge by their ids can't know them for one. */
export function toTwinWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return names.length === 1
    ? `A topic with the name and the query of “${names[0]}” is here already: both stay.`
    : `${names.length.toLocaleString('en-US')} of the new topics have the name and the query of one that is here already: both stay.`;
}

function toAre(count: number): string {
  return `${format(count)} ${count === 1 ? 'is' : 'are'}`;
}

function format(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en-US')} papers`;
}
