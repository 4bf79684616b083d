/*
 * The forms of what is read from the copy, and written into it. Plain functions: the background writes the copy too, and a
 * library of schemas that says what is wrong, where nobody asks, would be 5 kB of every wake.
 */

/** Of a reader: the value is not sound. */
export const REFUSED: unique symbol = Symbol('refused');

/** A sound value in its one form, or `REFUSED`. */
export type Reader<T> = (value: unknown) => T | typeof REFUSED;

/** The values for which `isSound` holds, as they are. */
export function like<T>(isSound: (value: unknown) => boolean): Reader<T> {
  return (value) => (isSound(value) ? (value as T) : REFUSED);
}

export const text = like<string>((value) => typeof value === 'string');
/** What a row is known by. */
export const name = like<string>((value) => typeof value === 'string' && value !== '');
export const yesNo = like<boolean>((value) => typeof value === 'boolean');
export const number = like<number>(Number.isFinite);
/** A whole number from 0 up. */
export const count = like<number>((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const anything = like<unknown>(() => true);

/** A list whose elements are all sound. */
export function list<T>(element: Reader<T>): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return REFUSED;
    // Not `map`: it would pass by a hole, which is no sound element.
    const read = Array.from(value, (one) => element(one));
    return read.includes(REFUSED) ? REFUSED : (read as T[]);
  };
}

type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

type RequiredFields<T> = { readonly [K in Exclude<keyof T, OptionalKey<T>>]: Reader<T[K]> };
type OptionalFields<T> = { readonly [K in OptionalKey<T>]-?: Reader<Exclude<T[K], undefined>> };

/**
 * An object with these fields, in this order, whatever the order of the value's own: both sides of the copy are compared by
 * their texts. Other fields are left out. An optional one may be absent, but not there and unsound.
 */
export function object<T extends object>(required: RequiredFields<T>, optional: OptionalFields<T>): Reader<T> {
  const fields = Object.entries<Reader<unknown>>({ ...required, ...optional });
  return (value) => {
    if (!isObject(value)) return REFUSED;
    const read: Record<string, unknown> = {};
    for (const [key, reader] of fields) {
      if (key in optional && !Object.hasOwn(value, key)) continue;
      read[key] = reader(value[key]);
      if (read[key] === REFUSED) return REFUSED;
    }
    return read as T;
  };
}

/** True for what has fields: no list, not nothing. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
