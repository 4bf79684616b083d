import { useEffect, useState } from 'preact/hooks';

export type LiveQueries = typeof import('./live-queries');

export interface Live<T> {
  value: T;
  /** The database refused; `value` is the last good answer. */
  error?: unknown;
}

/**
 * The answer of `read`, read again whenever its rows change in any context of the extension, and whenever a value of
 * `keys` changes. `initial` stands until the first answer, and across a change of keys: a list is replaced by the
 * next one, never by a flash of nothing. Ends with the component.
 */
export function useLive<T>(read: (queries: LiveQueries) => Promise<T>, keys: readonly unknown[], initial: T): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: initial });
  useEffect(() => {
    let isOver = false;
    let end = () => {};
    const fail = (error: unknown) => setLive((last) => ({ ...last, error }));
    import('./live-queries').then((queries) => {
      if (isOver) return;
      end = queries.subscribe(
        () => read(queries),
        (value) => setLive({ value }),
        fail,
      );
    }, fail);
    return () => {
      isOver = true;
      end();
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is new at every render; the keys name what it reads
  }, keys);
  return live;
}
