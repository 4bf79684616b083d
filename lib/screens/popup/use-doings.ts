import { useMemo, useRef } from 'preact/hooks';
import type { SearchEntry } from '@/components/paper/AuthorLine';
import type { Day } from '@/lib/core/days/day';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { toFieldQuery } from '@/lib/core/query/field-query';
import type { EmptyAction } from '@/lib/core/sync/empty-reasons';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { ALL, NEW } from './lists';
import type { Doing } from './use-actions';
import type { Days } from './use-days';
import type { Marking } from './use-marking';
import type { Searching } from './use-search';

export interface Doings {
  chooseDay(day: Day): void;
  chooseTab(id: string): void;
  /** The list was moved: what comes from now on must not replace it. */
  stay(): void;
  toggle(id: PaperId): void;
  /** Shows the dismissed papers of the day in its list, or hides them again. */
  toggleDismissed(): void;
  openLink(paper: Paper, url: string, where: { background: boolean }): void;
  /** Shows a day of the calendar, and reads it where that was not done. */
  fetchDay(day: Day, row: LedgerRow | undefined): void;
  /** Opens the search box, fills it, or closes it. */
  setSearch(text: string | undefined): void;
  searchEntry: SearchEntry;
  act(action: EmptyAction): void;
  refresh(): void;
  grant(): void;
  openOptions(): void;
}

interface Means {
  days: Days;
  doing: Doing;
  tab: string;
  setTab(id: string): void;
  setOpen(change: (open: ReadonlySet<PaperId>) => ReadonlySet<PaperId>): void;
  search: Searching;
  marking: Pick<Marking, 'follow'>;
  showDismissedOf(change: (day: Day | undefined) => Day | undefined): void;
}

/** Where the user can go in the popup. The functions stay the same for its life: cards hold on to them. */
export function useDoings(means: Means): Doings {
  const latest = useRef(means);
  latest.current = means;
  return useMemo(() => {
    const run: Doing['run'] = (action) => latest.current.doing.run(action);
    const refresh = () => {
      latest.current.days.follow();
      latest.current.doing.refresh();
    };
    const grant = () => latest.current.doing.grant();
    const stay = () => latest.current.days.stay();
    const setSearch = (text: string | undefined) => {
      stay();
      latest.current.search.setText(text);
    };
    const chooseDay = (day: Day) => {
      const { days, tab, setTab } = latest.current;
      days.choose(day);
      setSearch(undefined);
      // New is of all days: a day chosen there means that day's papers.
      if (tab === NEW) setTab(ALL);
    };
    const openOptions = () => run((actions) => actions.openOptions());
    return {
      chooseDay,
      refresh,
      grant,
      openOptions,
      stay,
      setSearch,
      fetchDay: (day, row) => {
        chooseDay(day);
        // Of a weekend too: two Sundays had papers (SOURCES), and who picks a day wants to know.
        if (row?.readAt === undefined || row.state === 'failed') latest.current.doing.readDay(day);
      },
      searchEntry: (field, text) => {
        const query = toFieldQuery(field, text);
        if (query !== undefined) setSearch(query);
      },
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
      toggleDismissed: () => {
        stay();
        const { day } = latest.current.days;
        latest.current.showDismissedOf((shown) => (shown === day ? undefined : day));
      },
      openLink: (paper, url, where) => run((actions) => actions.openPaperLink(paper, url, where)),
      act: (action) => {
        if (action.kind === 'show-day') chooseDay(action.day);
        else if (action.kind === 'read-day') latest.current.doing.readDay(action.day);
        else if (action.kind === 'follow') latest.current.marking.follow();
        else ({ 'read-again': refresh, grant, options: openOptions, reload: () => location.reload() })[action.kind]();
      },
    } satisfies Doings;
  }, []);
}
