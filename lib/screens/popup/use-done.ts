import { useMemo, useRef, useState } from 'preact/hooks';
import type { Copied } from '@/lib/app/copy';
import type { Done } from '@/lib/app/mark';
import type { Actions, Doing } from './use-actions';

/** What the bar above the footer says. */
export interface DoneNote {
  /** Another one for each message. */
  id: number;
  words: string;
  onUndo?: (() => void) | undefined;
  /** What was to be copied and could not: to be copied by hand. */
  text?: string | undefined;
}

/** What can be taken back: by the database's journal, or by an action of its own. */
export type Undoable = Pick<Done, 'words'> & {
  count?: number;
  undo(actions: Actions): Promise<Pick<Done, 'words'> | undefined>;
};

export interface Doer {
  note: DoneNote | undefined;
  closeNote(): void;
  /** Says what was copied, or gives it to be copied by hand. */
  performCopy(action: (actions: Actions) => Promise<Copied>): void;
  /** Does what the user asked for, then says what was done and offers to take it back. */
  perform(action: (actions: Actions) => Promise<Done>): void;
  /** The same for what has its own way back. */
  performWith(action: (actions: Actions) => Promise<Undoable>): void;
  /** Takes back the newest thing that was done to papers or topics, in whatever page. */
  undo(): void;
}

/** The undo of a large restore takes seconds. */
const SLOW_MS = 300;
const TAKING = 'Taking back…';

/**
 * Does it, and once more where a full disk refused it and old papers made room: what is refused was not done by half. Not
 * for what opens a tab: that is done all the same, and would be done twice.
 */
async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const made = import('@/lib/app/make-room').then(({ makeRoomFor }) => makeRoomFor(error));
    if (!(await made.catch(() => false))) throw error;
    return work();
  }
}

/** The message about the last thing that was done, and the way back from it. */
export function useDone(doing: Doing): Doer {
  const [note, setNote] = useState<DoneNote>();
  const latest = useRef(doing);
  latest.current = doing;
  const current = useRef(note);
  current.current = note;
  const count = useRef(0);
  const actions = useMemo(() => {
    const say = (words: string, onUndo?: () => void, text?: string) => {
      count.current++;
      setNote({ id: count.current, words, onUndo, text });
    };
    const takeBack = (undo: Undoable['undo']) => () =>
      latest.current.run(async (use) => {
        const before = current.current;
        const slow = setTimeout(() => say(TAKING), SLOW_MS);
        try {
          const undone = await withRoom(() => undo(use));
          say(undone?.words ?? 'There is nothing to undo.');
        } catch (error) {
          // With the way back, which the words in its place have not.
          if (current.current?.words === TAKING) setNote(before);
          throw error;
        } finally {
          clearTimeout(slow);
        }
      });
    /** The way back of one message: the second click of a double click would find that there is nothing to undo. */
    const takeBackOnce = (undo: Undoable['undo']) => {
      let isAtWork = false;
      const begin = takeBack((use) => {
        isAtWork = true;
        return undo(use).finally(() => {
          isAtWork = false;
        });
      });
      return () => {
        if (!isAtWork) begin();
      };
    };
    const performWith: Doer['performWith'] = (action) =>
      latest.current.run(async (use) => {
        const done = await withRoom(() => action(use));
        if (done.count !== 0) say(done.words, takeBackOnce(done.undo));
        // The second of two quick keys changes nothing: its words must not take the way back from the first.
        else if (!current.current?.onUndo) say(done.words);
      });
    return {
      closeNote: () => setNote(undefined),
      performCopy: (action: (use: Actions) => Promise<Copied>) =>
        latest.current.run(async (use) => {
          const { ok, words, text } = await action(use);
          say(words, undefined, ok ? undefined : text);
        }),
      performWith,
      perform: (action: (use: Actions) => Promise<Done>) =>
        performWith(async (use) => {
          const { group, count, words } = await action(use);
          return { words, count, undo: ({ undoGroup }) => undoGroup(group) };
        }),
      undo: takeBack(({ undoLast }) => undoLast('popup')),
    };
  }, []);
  return { note, ...actions };
}
