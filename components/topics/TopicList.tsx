import './topic-list.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TopicColour, TopicId } from '@/lib/core/topics/topic';
import { TopicDot } from '../paper/TopicDot';

export interface TopicLine {
  id: TopicId;
  name: string;
  colour: TopicColour;
  enabled: boolean;
  /** New papers it matches; `undefined` while they are being counted. */
  newCount: number | undefined;
  /** Its text has an error or is not stored yet. */
  hasDraft: boolean;
}

export interface TopicListProps {
  topics: readonly TopicLine[];
  /** Id of the chosen topic, or `new`. */
  current: string | undefined;
  onMove(id: TopicId, toIndex: number): void;
}

/** The topics as links; rows can be dragged to another place (the editor has buttons for the same). */
export function TopicList({ topics, current, onMove }: TopicListProps): JSX.Element {
  const [dragged, setDragged] = useState<TopicId>();
  const [over, setOver] = useState<TopicId>();
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <ul class="topic-list" aria-label="Topics">
      {topics.map((topic, index) => (
        <li
          key={topic.id}
          class={toRowClass(topic.id, dragged, over, topics)}
          draggable
          onDragStart={(event) => {
            event.dataTransfer?.setData('text/plain', topic.name);
            if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
            setDragged(topic.id);
          }}
          onDragEnd={end}
          onDragOver={(event) => {
            if (dragged === undefined) return;
            // Without it the browser allows no drop here.
            event.preventDefault();
            setOver(topic.id);
          }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged !== undefined && dragged !== topic.id) onMove(dragged, index);
            end();
          }}
        >
          <a href={`#topics/${topic.id}`} aria-current={topic.id === current ? 'true' : undefined} draggable={false}>
            <TopicDot colour={topic.colour} />
            <span class="topic-name">{topic.name}</span>
            <span
              class={topic.hasDraft ? 'topic-count is-draft' : 'topic-count'}
              title={topic.hasDraft || !topic.newCount ? undefined : 'New papers of the last 14 days that match'}
            >
              {topic.hasDraft ? 'not saved' : toCount(topic)}
            </span>
          </a>
        </li>
      ))}
      {current === 'new' && (
        <li>
          <a href="#topics/new" aria-current="true">
            <span class="topic-dot topic-dot-blank" />
            <span class="topic-name">New topic</span>
          </a>
        </li>
      )}
    </ul>
  );
}

function toCount({ enabled, newCount }: TopicLine): string {
  if (!enabled) return 'off';
  if (newCount === undefined) return '';
  return newCount === 0 ? '0' : `${newCount} new`;
}

/** A line shows where the dragged row would go. */
function toRowClass(
  id: TopicId,
  dragged: TopicId | undefined,
  over: TopicId | undefined,
  topics: readonly TopicLine[],
): string {
  if (dragged === id) return 'is-dragged';
  if (dragged === undefined || over !== id) return '';
  const places = topics.map((topic) => topic.id);
  return places.indexOf(dragged) < places.indexOf(id) ? 'drops-below' : 'drops-above';
}
