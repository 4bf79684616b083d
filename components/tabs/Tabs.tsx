import './tabs.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TopicColour } from '@/lib/core/topics/topic';
import { toMovedIndex } from '../controls/arrow-keys';
import { scrollSideways } from '../controls/scroll-sideways';
import { TopicDot } from '../paper/TopicDot';

export interface Tab {
  id: string;
  name: string;
  /** Absent while it is not counted: its place is kept. */
  count?: number | undefined;
  /** What the count counts: its tooltip, and said after its name. */
  counts?: string | undefined;
  colour?: TopicColour | undefined;
  /** The topic's query does not parse. */
  broken?: boolean;
}

export interface TabsProps {
  tabs: readonly Tab[];
  chosen: string;
  onChoose(id: string): void;
  /** The id of the panel they switch. */
  panel: string;
  /** So many are drawn, and the chosen one; all of them where it is absent. */
  most?: number | undefined;
}

/** A row of tabs that scrolls where it has no room, fading out at the side where more stand. */
export function Tabs({ tabs, chosen, onChoose, panel, most = Infinity }: TabsProps): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  // The chosen one is always there: the panel is named after it.
  const drawn = tabs.slice(0, Math.max(most, tabs.findIndex(({ id }) => id === chosen) + 1));
  const more = useOverflow(row, drawn.length);

  // biome-ignore lint/correctness/useExhaustiveDependencies: at every choice and when all are there, not at every render
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [chosen, most]);

  const move = (event: KeyboardEvent, index: number) => {
    const tab = tabs[toMovedIndex(event.key, index, tabs.length) ?? -1];
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
  };

  return (
    <div
      ref={row}
      class={`tabs${more.before ? ' more-before' : ''}${more.after ? ' more-after' : ''}`}
      role="tablist"
      aria-label="Lists"
      onWheel={scrollSideways}
    >
      {drawn.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          data-tab={tab.id}
          title={tab.counts}
          class={tab.broken ? 'tab is-broken' : 'tab'}
          aria-selected={tab.id === chosen}
          aria-controls={panel}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={(event) => move(event, index)}
        >
          {tab.colour !== undefined && <TopicDot colour={tab.colour} />}
          {/* The bold width is kept at rest too: choosing a tab must not push the others aside. */}
          <span class="tab-name" dir="auto" data-name={tab.name}>
            {tab.name}
          </span>
          <span class="tab-count">{tab.broken ? 'error' : tab.count}</span>
        </button>
      ))}
    </div>
  );
}

/** Whether more stands before and after what is in sight. */
function useOverflow(row: { current: HTMLElement | null }, count: number): { before: boolean; after: boolean } {
  const [more, setMore] = useState({ before: false, after: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: more tabs need more room, which no observer tells
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = () => {
      const before = element.scrollLeft > 1;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      setMore((known) => (known.before === before && known.after === after ? known : { before, after }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [row, count]);
  return more;
}
