import { useMemo, useRef } from 'preact/hooks';
import type { CardToolActions } from '@/components/paper/CardTools';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { toFieldQuery } from '@/lib/core/query/field-query';
import type { Topic } from '@/lib/core/topics/topic';
import { focusBeside } from './cards';
import type { Doing } from './use-actions';
import type { Doer } from './use-done';
import type { Listed } from './use-listed';

export interface Marking {
  /** What the buttons of a card do. */
  cardTools: CardToolActions;
  /** The papers were in sight. */
  markSeen(ids: PaperId[]): void;
  /** What is new in New and in the shown day is not new any more. */
  markAllSeen(): void;
  /** Marks every paper of the list in sight as read. */
  markAllRead(): void;
  /** Makes a topic of the query in the search box. */
  follow(): void;
}

interface Means {
  doing: Doing;
  done: Doer;
  listed: Listed;
  setTab(id: string): void;
}

/** What the user can do with papers, each with its way back. The functions stay the same for the life of the popup. */
export function useMarking(means: Means): Marking {
  const latest = useRef(means);
  latest.current = means;
  return useMemo(() => {
    const perform: Doer['perform'] = (action) => latest.current.done.perform(action);
    const performWith: Doer['performWith'] = (action) => latest.current.done.performWith(action);
    const toListed = (): Paper[] => {
      const cards = latest.current.listed.groups.flatMap((group) => group.cards);
      return cards.map(({ paper }) => paper);
    };
    const markRead = (papers: readonly Paper[], rest: readonly PaperId[] = []) =>
      perform(async ({ setFlag, readMarkables }) =>
        setFlag(rest.length > 0 ? [...papers, ...(await readMarkables(rest))] : papers, 'read', true),
      );
    const followQuery = (query: string, name: string | undefined, then?: (topic: Topic) => void) =>
      performWith(async ({ pickTopic, toTopicName }) => {
        const { topic, done } = await pickTopic({ name: name ?? toTopicName(query), query });
        then?.(topic);
        return { ...done, undo: ({ undoGroup }) => undoGroup(done.group) };
      });
    return {
      cardTools: {
        onFlag: (paper, flag, value) => {
          // Starred and Later lose the card with its mark, as the other lists lose a dismissed one.
          if (flag === 'dismissed' ? value : !value && flag === latest.current.listed.tab) focusBeside(paper.id);
          perform(({ setFlag }) => setFlag(paper, flag, value));
        },
        onCopy: (paper, what) =>
          latest.current.done.performCopy(({ copyLink, copyCitation }) =>
            what === 'link' ? copyLink(paper) : copyCitation(paper, what),
          ),
        onMarkAround: (paper, where) => {
          const papers = toListed();
          const at = papers.findIndex(({ id }) => id === paper.id);
          // It left the list while its menu was open: nothing is above or below it.
          if (at < 0) return;
          if (where === 'above') markRead(papers.slice(0, at));
          else markRead(papers.slice(at + 1), latest.current.listed.rest);
        },
        // The card stays in sight: it is being read.
        onFollow: (field, text) => {
          const query = toFieldQuery(field, text);
          if (query !== undefined) followQuery(query, text);
        },
      },
      markSeen: (ids) => latest.current.doing.runQuietly((actions) => actions.markSeen(ids)),
      markAllSeen: () => {
        const ids = [...latest.current.listed.toClear];
        perform(({ markSeenByHand }) => markSeenByHand(ids));
      },
      markAllRead: () => markRead(toListed(), latest.current.listed.rest),
      follow: () => {
        const query = latest.current.listed.search.text?.trim() ?? '';
        followQuery(query, undefined, ({ id }) => {
          const { listed, setTab } = latest.current;
          listed.search.setText(undefined);
          setTab(id);
        });
      },
    } satisfies Marking;
  }, []);
}
