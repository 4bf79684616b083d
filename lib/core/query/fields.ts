import type { HasValue, IsValue, NumberField } from './ast';
import type { TextField } from './query';

/** The fields a query can name, in the order of the reference. */
export const TEXT_FIELDS = [
  'title',
  'abstract',
  'author',
  'org',
  'keyword',
  'submitter',
  'source',
  'category',
  'tag',
  'id',
  'note',
] as const satisfies readonly TextField[];
export const NUMBER_FIELDS = ['upvotes', 'comments', 'stars'] as const satisfies readonly NumberField[];
export const HAS_VALUES = ['code', 'project', 'media', 'note'] as const satisfies readonly HasValue[];
export const IS_VALUES = [
  'new',
  'unread',
  'read',
  'starred',
  'later',
  'dismissed',
] as const satisfies readonly IsValue[];

export type FieldName = (typeof TEXT_FIELDS)[number] | (typeof NUMBER_FIELDS)[number] | 'has' | 'is' | 'date';

export const FIELD_NAMES: readonly FieldName[] = [...TEXT_FIELDS, 'has', 'is', ...NUMBER_FIELDS, 'date'];

/** Words without a field look here only: keywords and authors come and go on the wire, and a badge must not flicker. */
export const BARE_FIELDS: readonly TextField[] = ['title', 'abstract'];

export function isTextField(name: string): name is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(name);
}

export function isNumberField(name: string): name is NumberField {
  return (NUMBER_FIELDS as readonly string[]).includes(name);
}

/** The field of this name, in any case. */
export function toField(name: string): FieldName | undefined {
  const wanted = name.toLowerCase();
  return FIELD_NAMES.find((field) => field === wanted);
}

/** What to write after a field's colon, for messages and completion. */
export function toFieldExample(field: FieldName): string {
  if (isNumberField(field)) return `${field}:>=20`;
  switch (field) {
    case 'has':
      return 'has:code';
    case 'is':
      return 'is:unread';
    case 'date':
      return 'date:7d';
    case 'author':
      return 'author:"Fei-Fei Li"';
    case 'org':
      return 'org:nvidia';
    case 'category':
      return 'category:cs.CL';
    case 'id':
      return 'id:2608.16590';
    default:
      return `${field}:diffusion`;
  }
}
