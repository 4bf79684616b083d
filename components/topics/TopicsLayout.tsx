import './topics-layout.css';
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../controls/Button';

export interface TopicsLayoutProps {
  list: ComponentChildren;
  /** True: there is no topic yet. */
  isEmpty: boolean;
  onPickExamples(): void;
  children: ComponentChildren;
}

/** The list with its two ways to a new topic, beside the chosen topic. */
export function TopicsLayout({ list, isEmpty, onPickExamples, children }: TopicsLayoutProps): JSX.Element {
  return (
    <div class="topics-layout">
      <div class="topics-side">
        {list}
        <p>
          <a href="#topics/new">+ New topic</a>
        </p>
        <p>
          <Button look="plain" onClick={onPickExamples}>
            Pick from examples…
          </Button>
        </p>
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
