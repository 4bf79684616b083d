/** Longer names are cut in lists; the rest of the query tells no more. */
const MAX_NAME = 40;

/** Fields that name a thing one can call a topic by; numbers, dates and states do not. */
const NAMING_FIELDS = new Set(['title', 'abstract', 'author', 'org', 'keyword', 'submitter', 'source', 'category', 'tag', 'id']);

const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s()"]+))|[()]/giy;

/**
 * A name for a topic whose user gave none, from the words of its query: `(agent* OR "tool use") -survey` is
 * "Agent or tool use". Excluded words, numbers and states are left out. Never empty. Linear in the query's length.
 */
export function toTopicName(query: string): string {
  const words: string[] = [];
  let excludeNext = false;
  TOKEN.lastIndex = 0;
  for (const token of toTokens(query.slice(0, 2000))) {
    const { minus, field, word } = token;
    if (word === 'NOT') excludeNext = true;
    else if (word === 'OR') {
      if (words.length > 0 && words.at(-1) !== 'or') words.push('or');
    } else if (word !== 'AND' && word !== '') {
      const named = field === undefined || NAMING_FIELDS.has(field.toLowerCase());
      if (!minus && !excludeNext && named) words.push(word);
      excludeNext = false;
    }
  }
  while (words.at(-1) === 'or') words.pop();
  const name = words.join(' ').trim();
  if (name === '') return 'New topic';
  return shorten(name.charAt(0).toUpperCase() + name.slice(1));
}

function* toTokens(query: string): Generator<{ minus: boolean; field: string | undefined; word: string }> {
  const token = new RegExp(TOKEN.source, 'gi');
  for (const match of query.matchAll(token)) {
    const [whole, minus, field, phrase, bare] = match;
    if (whole === '(' || whole === ')') continue;
    yield { minus: minus === '-', field, word: (phrase ?? bare ?? '').replace(/[*:]+$/, '').trim() };
  }
}

function shorten(name: string): string {
  if (name.length <= MAX_NAME) return name;
  const cut = name.lastIndexOf(' ', MAX_NAME - 1);
  return `${name.slice(0, cut > MAX_NAME / 2 ? cut : MAX_NAME - 1).replace(/ or$/, '')}…`;
}
