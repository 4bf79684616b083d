/** Names that reach an object's own machinery where code copies fields one by one. No backup has them. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const LONGEST_TEXT = 1_000_000;

/** The first name or text in a parsed value that no backup holds, with its path. */
export function findHostile(value: unknown): { problem: string; path: (string | number)[] } | undefined {
  if (typeof value === 'string')
    return value.length > LONGEST_TEXT
      ? { problem: 'A text of the file has more than 1,000,000 characters.', path: [] }
      : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, field] of fields) {
    if (typeof key === 'string' && FORBIDDEN.includes(key))
      return { problem: `The file has a field called “${key}”, which no backup has.`, path: [key] };
    const found = findHostile(field);
    if (found) return { problem: found.problem, path: [key, ...found.path] };
  }
  return undefined;
}
