import { useEffect, useRef, useState } from 'preact/hooks';
import { toDetail } from '@/lib/ui/start';

type Actions = typeof import('./actions');

export interface Doing {
  background: 'answering' | 'silent' | undefined;
  access: boolean | undefined;
  /** A reading that was asked for and has not been answered. `page` is the one at opening. */
  asking: 'page' | 'hand' | undefined;
  /** The last thing the user did that could not be stored, in the database's words. */
  trouble: string | undefined;
  refresh(): void;
  grant(): void;
  /** Tells that something could not be done. */
  complain(error: unknown): void;
  /** Does something with the use cases, at once where they are loaded. */
  run(action: (actions: Actions) => Promise<unknown>): void;
}

/** The use cases, loaded after the first paint, and what they tell of background, permission and readings. */
export function useActions(): Doing {
  const loaded = useRef<Actions | undefined>(undefined);
  const [background, setBackground] = useState<'answering' | 'silent'>();
  const [access, setAccess] = useState<boolean>();
  const [asking, setAsking] = useState<'page' | 'hand' | undefined>('page');
  const [trouble, setTrouble] = useState<string>();

  const complain = (error: unknown) => setTrouble(toDetail(error));
  const run = (action: (actions: Actions) => Promise<unknown>) => {
    setTrouble(undefined);
    const done = loaded.current ? action(loaded.current) : import('./actions').then(action);
    done.catch(complain);
  };
  const ask = (trigger: 'page' | 'hand') => {
    setAsking(trigger);
    run(({ askSync }) => askSync(trigger).finally(() => setAsking(undefined)));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the life of the popup
  useEffect(() => {
    let stops: (() => void)[] = [];
    let ended = false;
    import('./actions').then((actions) => {
      if (ended) return;
      loaded.current = actions;
      stops = [actions.watchBackground(setBackground), actions.watchFeedAccess(setAccess)];
      ask('page');
    }, complain);
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
    asking,
    trouble,
    refresh: () => ask('hand'),
    // Called straight from the click: an await before it, and the browser no longer believes the user asked.
    grant: () =>
      run(async ({ requestFeedAccess }) => {
        if (await requestFeedAccess()) ask('hand');
      }),
    complain,
    run,
  };
}
