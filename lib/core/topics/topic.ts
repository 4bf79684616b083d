/** A random UUID. */
export type TopicId = string;

/** Index into the eight topic colours of the style (`--topic-0` … `--topic-7`). */
export type TopicColour = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What of a topic the user changes. */
export const TOPIC_FIELDS = ['name', 'query', 'colour', 'badge', 'notify', 'enabled', 'position', 'deletedAt'] as const;
export type TopicField = (typeof TOPIC_FIELDS)[number];

/** A query the user follows. */
export interface Topic {
  id: TopicId;
  name: string;
  /** In the query language. */
  query: string;
  colour: TopicColour;
  /** Its matches count on the badge. */
  badge: boolean;
  notify: boolean;
  enabled: boolean;
  /** Ascending order in lists. */
  position: number;
  createdAt: number;
  updatedAt: number;
  /** A tombstone: set instead of deleting, so that merging devices agree. */
  deletedAt?: number;
  /**
   * When each field was given its value, so that two devices can merge. Written by `stampTopic`, at every write of the
   * row; a field that is missing here is as old as `updatedAt` says.
   */
  times?: Partial<Record<TopicField, number>>;
}
