import type { Paper } from '../papers/paper';
import { foldLetters } from './fold';

/** Fields whose values are names that the stored papers know. */
export const NAME_FIELDS = ['author', 'org', 'keyword', 'submitter', 'category'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export interface KnownName {
  value: string;
  /** How many stored papers bear it. */
  papers: number;
}

const NAMES: Record<NameField, (paper: Paper) => readonly string[]> = {
  author: (paper) => paper.authors.map(({ name }) => name),
  org: ({ organization }) => (organization ? [organization.fullname || organization.name] : []),
  keyword: (paper) => paper.keywords,
  submitter: ({ submitter }) => (submitter ? [submitter] : []),
  category: (paper) => paper.categories,
};

/** The names of the papers that were added. */
export interface Vocabulary {
  add(paper: Paper): void;
  /** The names one of whose words begins with `prefix`, accents and case aside; the most frequent first. */
  find(field: NameField, prefix: string, most: number): KnownName[];
}

export function createVocabulary(): Vocabulary {
  const fields = new Map(NAME_FIELDS.map((field) => [field, new Map<string, KnownName>()]));
  return {
    add(paper) {
      for (const [field, names] of fields) {
        for (const value of new Set(NAMES[field](paper))) {
          const key = foldLetters(value).trim();
          if (key === '') continue;
          const known = names.get(key);
          if (known) known.papers++;
          else names.set(key, { value, papers: 1 });
        }
      }
    },
    find(field, prefix, most) {
      const wanted = foldLetters(prefix).trim();
      const found: KnownName[] = [];
      for (const [key, name] of fields.get(field) ?? []) {
        const last = found.length < most ? undefined : found.at(-1);
        // Asked first: of 100,000 names nearly all are too rare to be looked at.
        if (last && name.papers <= last.papers) continue;
        if (!beginsWord(key, wanted)) continue;
        const at = found.findIndex((other) => other.papers < name.papers);
        found.splice(at < 0 ? found.length : at, 0, name);
        if (found.length > most) found.pop();
      }
      return found.map((name) => ({ ...name }));
    },
  };
}

/** True where `name` or one of its words begins with `prefix`. */
export function matchesPrefix(name: string, prefix: string): boolean {
  return beginsWord(foldLetters(name).trim(), foldLetters(prefix).trim());
}

function beginsWord(key: string, wanted: string): boolean {
  return key.startsWith(wanted) || key.includes(` ${wanted}`) || key.includes(`-${wanted}`);
}
