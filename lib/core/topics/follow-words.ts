import type { Topic } from './topic';

/** What following a query did: `made` a topic of it, switched one `on` that had it, or found it `there`. */
export type FollowKind = 'made' | 'on' | 'there';

/** That the topic is followed, and where its matches are to be found from now on. */
export function toFollowWords({ name, badge }: Pick<Topic, 'name' | 'badge'>, kind: FollowKind): string {
  const where = badge ? 'count on the badge' : 'stand in its list';
  switch (kind) {
    case 'made':
      return `You follow “${name}” now: its matches ${where}.`;
    case 'on':
      return `You follow “${name}” again; it was switched off. Its matches ${where}.`;
    case 'there':
      return `You follow “${name}” already.`;
  }
}
