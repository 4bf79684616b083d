import type { FactNode, QueryNode, QueryToken, Span } from './ast';
import {
  BARE_FIELDS,
  FIELD_NAMES,
  type FieldName,
  HAS_VALUES,
  IS_VALUES,
  isNumberField,
  isTextField,
  toField,
} from './fields';
import type { QueryMistake, Wording } from './mistake';
import { toNearest } from './nearest';
import type { TextField } from './query';
import type { Alternatives, FieldSyntax, ItemSyntax, Place, QuerySyntax, ValueSyntax } from './syntax';
import { toTerm } from './term';
import { parseDate, parseNumber } from './values';

/** The tree's meaning, every mistake in it, and its pieces for colouring. `node` is missing only when there are errors. */
export interface Resolved {
  node: QueryNode | undefined;
  /** By position. */
  errors: QueryMistake[];
  /** By position. Whole even where there are errors. */
  tokens: QueryToken[];
}

/** Turns the grammar's tree into what it means. Recursion is as deep as the brackets: parse-query.ts caps them first. */
export function resolveQuery(text: string, syntax: QuerySyntax): Resolved {
  const resolver = new Resolver(text);
  const nodes = syntax.bodies.flatMap((body) => resolver.alternatives(body, undefined) ?? []);
  for (const place of syntax.strayCloses) {
    resolver.token('bracket', place);
    resolver.error(place, (say) => say.strayClose());
  }
  if (nodes.length === 0 && resolver.errors.length === 0) {
    resolver.error({ start: 0, end: Math.max(1, text.length) }, (say) => say.empty());
  }
  return {
    node: nodes[0],
    errors: resolver.errors.sort((a, b) => a.from - b.from || a.to - b.to),
    tokens: resolver.tokens.sort((a, b) => a.from - b.from),
  };
}

class Resolver {
  readonly errors: QueryMistake[] = [];
  readonly tokens: QueryToken[] = [];

  constructor(private readonly text: string) {}

  error(place: Place, wording: Wording): undefined {
    this.errors.push({ from: place.start, to: Math.max(place.end, place.start + 1), wording });
    return undefined;
  }

  token(kind: QueryToken['kind'], place: Place): void {
    this.tokens.push({ kind, from: place.start, to: place.end });
  }

  /** `field` is the one whose brackets stand around. Nothing (and no error) for an empty body. */
  alternatives(body: Alternatives, field: FieldName | undefined): QueryNode | undefined {
    for (const mark of body.orMarks) this.token('operator', mark);
    const sides = body.sides.map((parts) => this.run(parts, field));
    body.orMarks.forEach((mark, i) => {
      if (body.sides[i]?.length === 0 || body.sides[i + 1]?.length === 0)
        this.error(mark, (say) => say.missingSide('OR'));
    });
    return toJoined('or', sides);
  }

  private run(parts: Alternatives['sides'][number], field: FieldName | undefined): QueryNode | undefined {
    const nodes = parts.map((part, i): QueryNode | undefined => {
      if (part.kind === 'and') {
        this.token('operator', part);
        const before = parts[i - 1];
        const after = parts[i + 1];
        if (!before || !after || before.kind === 'and' || after.kind === 'and')
          this.error(part, (say) => say.missingSide('AND'));
        return undefined;
      }
      if (part.kind !== 'not') return this.item(part, field);
      for (const mark of part.marks) this.token('operator', mark);
      const item = part.item && this.item(part.item, field);
      if (!part.item) return this.error(part, (say) => say.emptyNot());
      if (!item) return undefined;
      const span: Span = { from: part.start, to: part.end };
      const negated: QueryNode = { kind: 'not', item, ...span };
      // Two are enough to say that any even number stands there, and a thousand would nest too deep to ask.
      return part.marks.length % 2 === 1 ? negated : { kind: 'not', item: negated, ...span };
    });
    return toJoined('and', nodes);
  }

  private item(item: ItemSyntax, field: FieldName | undefined): QueryNode | undefined {
    return item.kind === 'field' ? this.field(item, field) : this.value(item, field);
  }

  private field(syntax: FieldSyntax, outer: FieldName | undefined): QueryNode | undefined {
    const { name, value } = syntax;
    const written = name.text;
    const field = toField(written);
    if (!field) {
      const nearest = toNearest(written, FIELD_NAMES);
      // A pasted title: "EnvHarness: Awakening Static Worlds". Nothing is lost by reading the word as a word.
      if (!value && !nearest) return this.value({ ...name, kind: 'word', text: `${written}:` }, outer);
      this.token('field', name);
      if (value) this.value(value, undefined);
      return this.error(name, (say) => say.unknownField(this.text.slice(syntax.start, syntax.end), written, nearest));
    }
    this.token('field', name);
    if (outer) {
      if (value) this.value(value, field);
      return this.error(name, (say) => say.nestedField(outer, field));
    }
    if (!value) return this.error(name, (say) => say.emptyField(field, this.text.slice(name.end)));
    if (value.kind === 'word' && value.text.startsWith('-') && field !== 'date' && !isNumberField(field)) {
      this.token('word', value);
      if (value.text === '-') return this.error(value, (say) => say.noWord('-'));
      return this.error({ start: name.start, end: value.end }, (say) => say.minusInside(field, value.text.slice(1)));
    }
    return this.value(value, field);
  }

  private value(syntax: ValueSyntax, field: FieldName | undefined): QueryNode | undefined {
    if (syntax.kind === 'group') {
      this.token('bracket', { start: syntax.start, end: syntax.start + 1 });
      if (syntax.closed) this.token('bracket', { start: syntax.end - 1, end: syntax.end });
      const errorsBefore = this.errors.length;
      const node = this.alternatives(syntax.body, field);
      if (!syntax.closed)
        return this.error({ start: syntax.start, end: syntax.start + 1 }, (say) => say.unclosedBracket());
      if (!node && this.errors.length === errorsBefore) return this.error(syntax, (say) => say.emptyBrackets());
      return node;
    }
    const isFact = field !== undefined && !isTextField(field);
    this.token(isFact ? 'value' : syntax.kind === 'quoted' ? 'phrase' : 'word', syntax);
    if (syntax.kind === 'quoted' && !syntax.closed) return this.error(syntax, (say) => say.unclosedQuote());
    const span: Span = { from: syntax.start, to: syntax.end };
    if (isFact) return this.fact(field, syntax.text.trim(), span);
    const term = toTerm(syntax.text, syntax.kind === 'quoted');
    if ('wording' in term) {
      const start = syntax.start + (syntax.kind === 'quoted' ? 1 : 0);
      return this.error(term.at === undefined ? syntax : toWordAround(syntax.text, term.at, start), term.wording);
    }
    return { kind: 'text', ...span, ...term, fields: field ? [field] : BARE_FIELDS };
  }

  private fact(field: Exclude<FieldName, TextField>, text: string, span: Span): FactNode | undefined {
    const place = { start: span.from, end: span.to };
    const base = { ...span, term: `${field}:${text}` };
    if (field === 'has' || field === 'is') {
      const values: readonly string[] = field === 'has' ? HAS_VALUES : IS_VALUES;
      const value = values.find((known) => known === text.toLowerCase());
      if (value === undefined)
        return this.error(place, (say) => say.unknownValue(field, text, values, toNearest(text, values)));
      return { ...base, kind: field, value } as FactNode;
    }
    const parsed = field === 'date' ? parseDate(text) : parseNumber(field, text);
    return parsed.ok ? { ...base, ...parsed.value } : this.error(place, parsed.wording);
  }
}

function toJoined(kind: 'and' | 'or', nodes: (QueryNode | undefined)[]): QueryNode | undefined {
  const items = nodes.filter((node) => node !== undefined);
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last || items.length === 1) return first;
  return { kind, items, from: first.from, to: last.to };
}

/** The word that holds the letter at `at`, as a place in the query, where the text begins at `start`. */
function toWordAround(text: string, at: number, start: number): { start: number; end: number } {
  const before = text.slice(0, at).search(/\S*$/);
  const after = text.slice(at).search(/\s|$/);
  return { start: start + before, end: start + at + after };
}
