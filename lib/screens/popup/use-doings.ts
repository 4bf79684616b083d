import { useMemo, useRef } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { PaperId } from '@/lib/core/papers/paper';
import type { EmptyAction } from '@/lib/core/sync/empty-reasons';
import { ALL, NEW } from './lists';
import type { Doing } from './use-actions';
import type { Days } from './use-days';
import type { PopupModel } from './use-popup';

type Doings = Pick<
  PopupModel,
  | 'chooseDay'
  | 'chooseTab'
  | 'stay'
  | 'toggle'
  | 'openLink'
  | 'setRead'
  | 'markSeen'
  | 'markAllSeen'
  | 'act'
  | 'refresh'
  | 'grant'
  | 'openOptions'
>;

interface Means {
  days: Days;
  /** What "Mark all as seen" marks. */
  toClear: readonly PaperId[];
  doing: Doing;
  tab: string;
  setTab(id: string): void;
  setOpen(change: (open: ReadonlySet<PaperId>) => ReadonlySet<PaperId>): void;
}

/** What the user can do in the popup. The functions stay the same for its life: cards hold on to them. */
export function useDoings(means: Means): Doings {
  const latest = useRef(means);
  latest.current = means;
  return useMemo(() => {
    const { run } = {
      run: (action: Parameters<Doing['run']>[0]) => latest.current.doing.run(action),
    };
    const chooseDay = (day: Day) => {
      const { days, tab, setTab } = latest.current;
      days.choose(day);
      // New is of all days: a day chosen there means that day's papers.
      if (tab === NEW) setTab(ALL);
    };
    const refresh = () => {
      latest.current.days.follow();
      latest.current.doing.refresh();
    };
    const grant = () => latest.current.doing.grant();
    const stay = () => latest.current.days.stay();
    const openOptions = () => run((actions) => actions.openOptions());
    return {
      chooseDay,
      refresh,
      grant,
      openOptions,
      stay,
      chooseTab: (id) => {
        stay();
        latest.current.setTab(id);
      },
      toggle: (id) => {
        stay();
        latest.current.setOpen((open) => {
          const next = new Set(open);
          if (!next.delete(id)) next.add(id);
          return next;
        });
      },
      openLink: (paper, url, where) => run((actions) => actions.openPaperLink(paper, url, where)),
      setRead: (paper, read) => run((actions) => actions.setFlag(paper, 'read', read)),
      markSeen: (ids) => latest.current.doing.runQuietly((actions) => actions.markSeen(ids)),
      markAllSeen: () => {
        const ids = [...latest.current.toClear];
        run((actions) => actions.markSeen(ids));
      },
      act: (action) => {
        if (action.kind === 'show-day') chooseDay(action.day);
        else ({ 'read-again': refresh, grant, options: openOptions, reload: () => location.reload() })[action.kind]();
      },
    } satisfies Doings & { act(action: EmptyAction): void };
  }, []);
}
