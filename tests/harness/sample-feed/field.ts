/**
 * Texts here are templates: `{name}` is the method's invented name, `{a|b}` one of several wordings, `{3-9}` a whole
 * number and `{1.2-4.5}` one with a decimal. Every sentence is written for this project; every name is invented.
 */
export interface Idea {
  /** Without `{name}` where the title does without one. */
  titles: readonly string[];
  /** Completes "We present {name}, …". */
  claim: string;
  /** How it works; two or three follow each other. */
  how: readonly string[];
  keywords: readonly string[];
  /** In place of the field's, where those would not fit. */
  results?: readonly string[];
  /** It measures rather than makes: a benchmark, a data set, a study. */
  study?: true;
  /** Joined to the name: `Bench`, `VLA`. */
  suffix?: string;
}

export interface Field {
  /** How often it comes, against the other fields. */
  weight: number;
  keywords: readonly string[];
  /** What the area is about; each goes with the gap at the same place. */
  openings: readonly string[];
  gaps: readonly string[];
  results: readonly string[];
  ideas: readonly Idea[];
}
