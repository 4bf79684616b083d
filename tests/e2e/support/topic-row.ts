import type { Topic } from '@/lib/core/topics/topic';

/** The row of a topic as the options would have stored it. */
export function toTopicRow(change: Pick<Topic, 'name' | 'query'> & Partial<Topic>): Topic & Record<string, unknown> {
  return {
    id: crypto.randomUUID(),
    colour: 0,
    badge: true,
    notify: false,
    enabled: true,
    position: 0,
    createdAt: Date.now(),
    updatedAt: Date.now(),
    ...change,
  };
}
