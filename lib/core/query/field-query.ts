/** Fields whose entries are things of their own: a name, an organisation, a keyword. */
export type EntryField = 'author' | 'org' | 'keyword';

/**
 * A query for exactly this entry: `author:"Fei-Fei Li"`. Quotation marks in it would end the phrase and are left out;
 * `undefined` where nothing is left to look for.
 */
export function toFieldQuery(field: EntryField, text: string): string | undefined {
  const words = text
    .replace(/["“”„«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(words) ? `${field}:"${words}"` : undefined;
}
