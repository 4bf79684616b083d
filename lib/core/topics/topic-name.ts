/** Longer names are cut in lists; the rest of the query tells no more. */
const MAX_NAME = 40;

const UNNAMED_TOPIC = 'New topic';

/** Fields that hold a thing one can call a topic by; numbers, dates and states do not. */
const NAMING_FIELDS = new Set(['title', 'abstract', 'author', 'org', 'keyword', 'submitter', 'category', 'tag', 'id']);

/** A bracket (with a minus before it), or a word or phrase with its minus and field. */
const TOKEN =
  /(?<open>-?(?:[a-z]+:)?\()|(?<close>\))|(?<minus>-?)(?:(?<field>[a-z]+):)?(?:"(?<phrase>[^"]*)"?|(?<bare>[^\s()"]+))/gi;

/**
 * A name for a topic whose user gave none, from the words of its query: `(agent* OR "tool use") -survey` is
 * "Agent or tool use". Excluded words, numbers and states are left out. Never empty. Reads no grammar: a name is wanted
 * for every draft, and the user can write a better one.
 */
export function toTopicName(query: string): string {
  const words: string[] = [];
  let exclude = false;
  let excludedDepth = 0;
  for (const { groups = {} } of query.slice(0, 2000).matchAll(TOKEN)) {
    const { open, close, minus, field, phrase } = groups;
    const word = (phrase ?? groups.bare ?? '').replace(/^\W*$|\*$/g, '').trim();
    if (open !== undefined) {
      if (excludedDepth > 0 || exclude || open.startsWith('-')) excludedDepth++;
      exclude = false;
    } else if (close !== undefined) excludedDepth = Math.max(0, excludedDepth - 1);
    else if (groups.bare === 'NOT') exclude = true;
    else if (groups.bare === 'OR') {
      if (excludedDepth === 0 && words.length > 0 && words.at(-1) !== 'or') words.push('or');
    } else if (groups.bare !== 'AND') {
      const naming = field === undefined || NAMING_FIELDS.has(field.toLowerCase());
      if (naming && word !== '' && minus !== '-' && !exclude && excludedDepth === 0) words.push(word);
      exclude = false;
    }
  }
  if (words.at(-1) === 'or') words.pop();
  const name = words.join(' ');
  return name === '' ? UNNAMED_TOPIC : shorten(name.charAt(0).toUpperCase() + name.slice(1));
}

function shorten(name: string): string {
  if (name.length <= MAX_NAME) return name;
  const cut = name.lastIndexOf(' ', MAX_NAME - 1);
  return `${name.slice(0, cut > MAX_NAME / 2 ? cut : MAX_NAME - 1).replace(/ or$/, '')}…`;
}
