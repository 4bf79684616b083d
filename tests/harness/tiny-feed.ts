import { addDays, type Day, isWeekend } from '@/lib/core/days/day';
import { type Feed, toFeed, type WireItem } from './stand-in/feed';

/** A well-formed item of the newest schema, as small as it may be. */
export function toTinyItem(day: Day, index: number, change: Record<string, unknown> = {}): WireItem {
  const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8, 10)}${String(index).padStart(3, '0')}`;
  return {
    paper: {
      id,
      title: `Paper ${index} of ${day}`,
      summary: `What paper ${index} found.`,
      authors: [{ _id: `a${index}`, name: `Author ${index}`, hidden: false }],
      publishedAt: `${addDays(day, -2)}T00:00:00.000Z`,
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      upvotes: 50 - index,
      ...change,
    },
    title: `Paper ${index} of ${day}`,
    publishedAt: `${addDays(day, -3)}T20:00:00.000Z`,
    numComments: 1,
  };
}

/** `perDay` papers on each weekday from `from` to `to`. */
export function createTinyFeed(from: Day, to: Day, perDay = 3): Feed {
  const bodies: Record<Day, WireItem[]> = {};
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWeekend(day)) bodies[day] = Array.from({ length: perDay }, (_, index) => toTinyItem(day, index));
  }
  return toFeed(bodies);
}
