import './topic-dot.css';
import type { JSX } from 'preact';
import type { TopicColour } from '@/lib/core/topics/topic';

/** The colour of a topic. Always beside its name: colour is never the only sign. */
export function TopicDot({ colour }: { colour: TopicColour }): JSX.Element {
  return <span class={`topic-dot topic-${colour}`} aria-hidden="true" />;
}
