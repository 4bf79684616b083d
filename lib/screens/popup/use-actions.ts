import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskReply } from '@/lib/app/ask-sync';
import type { Day } from '@/lib/core/days/day';
import type { Failure } from '@/lib/core/sync/failure';
import { toDetail } from '@/lib/ui/start';
import { useIsNewer } from '@/lib/ui/use-newer-data';

export type Actions = typeof import('./actions');

/** A day the user picked, which is being read; with a reply: how that went. */
export interface PickedDay {
  day: Day;
  reply?: AskReply | undefined;
}

export interface Doing {
  background: 'answering' | 'silent' | undefined;
  access: boolean | undefined;
  /** A newer version of the extension wrote the databases: nothing can be stored. */
  isNewer: boolean;
  /** A reading that was asked for and has not been answered. `page` is the one at opening. */
  asking: 'page' | 'hand' | undefined;
  /** How the last reading this popup asked for failed: on a full disk nothing that is stored tells it. */
  failed: Failure | undefined;
  /** The last thing the user did that could not be stored, in the database's words. */
  trouble: string | undefined;
  /** The last day that was picked to be read. Another one takes its place: what becomes of the first is not told. */
  picked: PickedDay | undefined;
  refresh(): void;
  readDay(day: Day): void;
  grant(): void;
  /** Tells that something could not be done. */
  complain(error: unknown): void;
  /** Does what the user asked for, at once where the use cases are loaded. Its success ends an earlier trouble. */
  run(action: Action): void;
  /** Does what the popup does by itself: an earlier trouble stands, whether it succeeds or not. */
  runQuietly(action: Action): void;
}

type Action = (actions: Actions) => Promise<unknown>;

/** The use cases, loaded after the first paint, and what they tell of background, permission and readings. */
export function useActions(): Doing {
  const loaded = useRef<Actions | undefined>(undefined);
  const [background, setBackground] = useState<'answering' | 'silent'>();
  const [access, setAccess] = useState<boolean>();
  const [asking, setAsking] = useState<'page' | 'hand' | undefined>('page');
  /** Readings without an answer: the one at opening may end while one by hand goes on. */
  const open = useRef({ page: 0, hand: 0 });
  const [trouble, setTrouble] = useState<string>();
  const [failed, setFailed] = useState<Failure>();
  const isNewer = useIsNewer();
  const [picked, setPicked] = useState<PickedDay>();

  const complain = (error: unknown) => setTrouble(toDetail(error));
  const runQuietly = (action: Action) =>
    (loaded.current ? action(loaded.current) : import('./actions').then(action)).then(() => true, complain);
  const run = async (action: Action) => {
    // Not at its start: a card that is marked seen or another click would wipe words nobody has read.
    if (await runQuietly(action)) setTrouble(undefined);
  };
  const ask = (trigger: 'page' | 'hand') => {
    const tell = (change: 1 | -1) => {
      open.current[trigger] += change;
      setAsking(open.current.hand > 0 ? 'hand' : open.current.page > 0 ? 'page' : undefined);
    };
    const hear: Action = async ({ askSync }) => {
      const reply = await askSync(trigger);
      if (reply.kind === 'finished') setFailed(reply.failure);
    };
    tell(1);
    if (trigger === 'hand') setFailed(undefined);
    const answered = trigger === 'hand' ? run(hear) : runQuietly(hear);
    void answered.finally(() => tell(-1));
  };

  const readDay = (day: Day) => {
    setPicked({ day });
    const end = (reply: AskReply | undefined) =>
      setPicked((picked) => (picked?.day !== day ? picked : reply && { day, reply }));
    void run(async ({ askSync }) => end(await askSync('hand', { day }))).finally(() =>
      setPicked((picked) => (picked?.day === day && !picked.reply ? undefined : picked)),
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the life of the popup
  useEffect(() => {
    let stops: (() => void)[] = [];
    let ended = false;
    import('./actions').then(
      (actions) => {
        if (ended) return;
        loaded.current = actions;
        // Before anything is asked for: what it brings is in view.
        stops = [
          // A page that closes may be gone before its last message is: what waits is asked for as soon as it is left.
          actions.holdInView(actions.askRecount),
          actions.watchBackground(setBackground),
          actions.watchFeedAccess(setAccess),
        ];
        ask('page');
      },
      (error) => {
        setAsking(undefined);
        complain(error);
      },
    );
    return () => {
      ended = true;
      for (const stop of stops) stop();
      // A card seen in the last moment is stored; without this its number stands on the icon until the next alarm.
      loaded.current?.askRecount();
    };
  }, []);

  return {
    background,
    access,
    isNewer,
    asking,
    failed,
    trouble,
    picked,
    readDay,
    refresh: () => ask('hand'),
    // Called straight from the click: an await before it, and the browser no longer believes the user asked.
    grant: () =>
      void run(async ({ requestFeedAccess }) => {
        if (await requestFeedAccess()) ask('hand');
      }),
    complain,
    run: (action) => void run(action),
    runQuietly: (action) => void runQuietly(action),
  };
}
