/** A random UUID. */
export type TopicId = string;

/** Index into the eight topic colours of the style (`--topic-0` … `--topic-7`). */
export type TopicColour = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

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
}
