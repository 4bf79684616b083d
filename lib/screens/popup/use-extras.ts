import { useEffect, useState } from 'preact/hooks';

export type Extras = typeof import('./extras');

/** What is drawn beside the list, `undefined` until it has come; `onError` hears when it can't be had. */
export function useExtras(onError: (error: unknown) => void): Extras | undefined {
  const [extras, setExtras] = useState<Extras>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once, whoever listens
  useEffect(() => {
    import('./extras').then((module) => setExtras(() => module), onError);
  }, []);
  return extras;
}
