import { addDays, type Day, isWeekend, toUtcDay } from '@/lib/core/days/day';
import { type Feed, toFeed, type WireItem } from '../../harness/stand-in/feed';
import { toTinyItem } from '../../harness/tiny-feed';

/** One paper a day is about each; no word of one stands in another. */
export const SUBJECTS = ['diffusion', 'robots', 'speech', 'proteins', 'retrieval', 'theorems', 'glaciers', 'poetry'];

/** A paper on each of `SUBJECTS` a day: topics can be told apart by what they catch. */
export function toWordedFeed(): Feed {
  return toSubjectFeed(SUBJECTS);
}

/** A paper on each subject on every weekday of five weeks, and today. */
export function toSubjectFeed(subjects: readonly string[]): Feed {
  const today = toUtcDay(Date.now());
  const bodies: Record<Day, WireItem[]> = {};
  for (let day = addDays(today, -35); day <= today; day = addDays(day, 1)) {
    if (day === today || !isWeekend(day))
      bodies[day] = subjects.map((subject, index) => toSubjectItem(day, subject, index));
  }
  return toFeed(bodies);
}

function toSubjectItem(day: Day, subject: string, index: number): WireItem {
  return toTinyItem(day, index, {
    title: `On ${subject}, as of ${day}`,
    // As tall as a real card: eight of them do not fit into one popup.
    summary: `We look at ${subject}. ${'It is looked at from many sides and over many lines. '.repeat(5)}`,
  });
}
