import type { Topic } from '@/lib/core/topics/topic';

/** An enabled topic on the badge; the id is also its name unless one is given. */
export function makeTopic(id: string, given: Partial<Topic> = {}): Topic {
  return {
    id,
    name: id,
    query: id,
    colour: 0,
    badge: true,
    notify: false,
    enabled: true,
    position: 0,
    createdAt: 1,
    updatedAt: 1,
    ...given,
  };
}
