/** What the grammar makes of a text (query.peggy): every text has such a tree, mistakes included. */

export interface Place {
  start: number;
  end: number;
}

export interface WordSyntax extends Place {
  kind: 'word';
  text: string;
}

/** `text` is what stands between the quotes. */
export interface QuotedSyntax extends Place {
  kind: 'quoted';
  text: string;
  closed: boolean;
}

export interface GroupSyntax extends Place {
  kind: 'group';
  body: Alternatives;
  closed: boolean;
}

export type ValueSyntax = WordSyntax | QuotedSyntax | GroupSyntax;

export interface FieldSyntax extends Place {
  kind: 'field';
  /** The place covers the colon. */
  name: Place & { text: string };
  value: ValueSyntax | null;
}

export type ItemSyntax = ValueSyntax | FieldSyntax;

export interface NegationSyntax extends Place {
  kind: 'not';
  marks: Place[];
  item: ItemSyntax | null;
}

export interface AndMark extends Place {
  kind: 'and';
}

export type PartSyntax = AndMark | NegationSyntax | ItemSyntax;

/** What OR separates. One side more than marks. */
export interface Alternatives {
  sides: PartSyntax[][];
  orMarks: Place[];
}

/** A closing bracket without an opening one separates bodies. */
export interface QuerySyntax {
  bodies: Alternatives[];
  strayCloses: Place[];
}
