/** Names that reach an object's own machinery where code copies fields one by one. No backup has them. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const LONGEST_TEXT = 1_000_000;
/** A setting of a newer version may hold any, and is no longer as a whole. */
const LONGEST_NAME = 10_000;

interface Hostile {
  problem: string;
  path: (string | number)[];
}

/** The first name or text in a parsed value that no backup holds, with its path. Makes nothing while all is well. */
export function findHostile(value: unknown): Hostile | undefined {
  if (typeof value === 'string')
    return value.length > LONGEST_TEXT
      ? { problem: 'A text of the file has more than 1,000,000 characters.', path: [] }
      : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const found = findHostile(value[index]);
      if (found) return { problem: found.problem, path: [index, ...found.path] };
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    const found = findHostileName(key) ?? findHostile((value as Record<string, unknown>)[key]);
    if (found) return { problem: found.problem, path: [key, ...found.path] };
  }
  return undefined;
}

function findHostileName(key: string): Hostile | undefined {
  if (FORBIDDEN.includes(key))
    return { problem: `The file has a field called “${key}”, which no backup has.`, path: [] };
  if (key.length <= LONGEST_NAME) return undefined;
  return { problem: 'The name of a field has more than 10,000 characters.', path: [] };
}
