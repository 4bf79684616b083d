import './topics-layout.css';
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../controls/Button';
import { IconButton } from '../controls/IconButton';
import { ArrowDown, ArrowUp } from './arrows';

export interface TopicsLayoutProps {
  list: ComponentChildren;
  /** True: there is no topic yet. */
  isEmpty: boolean;
  onPickExamples(): void;
  /** The chosen topic and where it stands; absent while it can't be moved. */
  place?: { name: string; index: number; count: number } | undefined;
  onMove(toIndex: number): void;
  /** Below the list. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** The list with its two ways to a new topic, beside the chosen topic. */
export function TopicsLayout(props: TopicsLayoutProps): JSX.Element {
  const { list, isEmpty, onPickExamples, place, onMove, children } = props;
  return (
    <div class="topics-layout">
      <div class="topics-side">
        {list}
        <p class="topics-new">
          <a href="#topics/new">+ New topic</a>
          {place && (
            <>
              <IconButton
                label={`Move “${place.name}” up`}
                disabled={place.index === 0}
                onClick={() => onMove(place.index - 1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={`Move “${place.name}” down`}
                disabled={place.index === place.count - 1}
                onClick={() => onMove(place.index + 1)}
              >
                <ArrowDown />
              </IconButton>
            </>
          )}
        </p>
        <p>
          <Button look="plain" onClick={onPickExamples}>
            Pick from examples…
          </Button>
        </p>
        {props.foot}
      </div>
      {isEmpty ? <EmptyTopics onPickExamples={onPickExamples} /> : children}
    </div>
  );
}

function EmptyTopics({ onPickExamples }: { onPickExamples(): void }): JSX.Element {
  return (
    <div class="topics-empty">
      <h2 class="heading-2">No topics yet</h2>
      <p>
        A topic is a few words you follow. Until there is one, the badge counts all new papers of the newest day. Start
        from an example and change its words, or write your own.
      </p>
      <p class="topics-ways">
        <Button look="solid" onClick={onPickExamples}>
          Pick from examples
        </Button>
        <a href="#topics/new">Write a new topic</a>
      </p>
    </div>
  );
}
