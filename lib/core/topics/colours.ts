import type { TopicColour } from './topic';

/** Names of the eight topic colours, in the order of `--topic-0` … `--topic-7`: a colour is never the only sign. */
export const TOPIC_COLOURS: readonly { colour: TopicColour; name: string }[] = [
  { colour: 0, name: 'Blue' },
  { colour: 1, name: 'Purple' },
  { colour: 2, name: 'Green' },
  { colour: 3, name: 'Orange' },
  { colour: 4, name: 'Teal' },
  { colour: 5, name: 'Pink' },
  { colour: 6, name: 'Olive' },
  { colour: 7, name: 'Grey' },
];
