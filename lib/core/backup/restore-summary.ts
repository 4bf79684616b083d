import { toList } from '../words/to-list';
import type { RestoreDescription, RestoreKind } from './describe-restore';

/** What restoring a file would do, in a few sentences that stand above its parts. */
export function toRestoreSummary(description: RestoreDescription): string {
  const { changing, writing } = description;
  const here = toHere(description);
  if (writing === 0) return `${here}, so nothing would change.`;
  if (changing === 0) return `${here}. What would change: ${toList(toQuietChanges(description))}.`;
  return toMergeWords(description);
}

/** Why nothing is to be seen to change. */
function toHere({ kinds, papers, isWithoutFeed, isWithoutPapers }: RestoreDescription): string {
  const sum = (count: (kind: RestoreKind) => number) => kinds.reduce((before, kind) => before + count(kind), 0);
  const here = sum(({ freshCount, equal }) => freshCount + equal) + (papers?.fresh ?? 0) + (papers?.here ?? 0);
  const gone = sum(({ gone }) => gone);
  const is = toList([here > 0 && 'is here already', gone > 0 && 'was deleted'], 'or');
  const what =
    sum(({ differentCount }) => differentCount) > 0
      ? `what differs is at least as new here and stays${is && `, and the rest ${is}`}`
      : is === ''
        ? 'there is nothing in it'
        : here > 0
          ? `everything in it ${is}`
          : `it only tells that ${gone === 1 ? 'a topic was' : `${format(gone)} topics were`} deleted`;
  if (isWithoutFeed || isWithoutPapers) return `But for its papers, ${what}`;
  if (papers && papers.old + papers.ahead > 0) return `But for papers that are left out, ${what}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}

/** What is written where nothing new comes and no value is taken. */
function toQuietChanges({ kinds, papers, writing }: RestoreDescription): string[] {
  const own = writing - (papers?.writing ?? 0);
  // Only a topic is deleted; a mark is taken off.
  const isOfTopics = kinds.some(({ kind, writing }) => kind === 'topics' && writing > 0);
  const { newlySeen = 0, placing = 0 } = papers ?? {};
  const shown = (papers?.writing ?? 0) - placing - newlySeen;
  const moments = toList([own > 0 && 'done', isOfTopics && 'deleted', shown > 0 && 'shown'], 'or');
  return [
    newlySeen > 0 && `${newlySeen === 1 ? '1 paper is' : `${format(newlySeen)} papers are`} not new any more`,
    placing > 0 && 'papers are added to lists that they were in',
    moments !== '' && `it is noted when something was ${moments}`,
  ].filter((change) => change !== false);
}

function toMergeWords({ papers, pruning, writing, isKeptLonger }: RestoreDescription): string {
  const own = writing - (papers?.writing ?? 0);
  // Only what the user made, and what was seen, is in the journal.
  if (own === 0 && papers?.newlySeen === 0)
    return 'Papers that are missing here are added, and nothing is taken away. There is no undo for that.';
  const { fresh = 0, placing = 0 } = papers ?? {};
  const but = toList([
    fresh > 0 ? 'the papers and their places in the lists' : placing > 0 && 'the places in the lists',
    pruning !== undefined && 'the papers that are deleted',
    isKeptLonger && 'how long papers are kept',
  ]);
  const one = pruning ? 'nothing you made that only one side has' : 'nothing that only one side has';
  return `It is merged with what is here: of two values the later one stays, and ${one} is lost. One undo takes all of it back${but && ` but ${but}`}.`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
