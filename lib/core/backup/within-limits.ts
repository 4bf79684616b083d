import { LAST_PLACE, LAST_TIME } from './schema-parts';

/**
 * A row with its times and its place brought down to the last that a file has. A change of a value that came at the last
 * moment is one later, for it must win here; the row must not be lost from the next backup for that.
 */
export function toWithinLimits(row: object): object {
  return mapFields(row, lower);
}

function lower(value: unknown, name: string): unknown {
  if (name === 'position') return lowerTo(LAST_PLACE, value);
  if (/^at$|At$/.test(name)) return lowerTo(LAST_TIME, value);
  if (!isObject(value) || name === 'value') return value;
  return name === 'times' ? mapFields(value, (time) => lowerTo(LAST_TIME, time)) : mapFields(value, lower);
}

function lowerTo(last: number, value: unknown): unknown {
  return typeof value === 'number' && value > last ? last : value;
}

function mapFields(of: object, change: (value: unknown, name: string) => unknown): object {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value, name)]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
