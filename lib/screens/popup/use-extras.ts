import { useEffect, useState } from 'preact/hooks';
import { useUpkeepAtOpening } from '../use-upkeep-at-opening';

export type Extras = typeof import('./extras');

/**
 * What comes once the list stands: what is drawn beside it, `undefined` until it has come, where `onError` hears when it
 * can't be had; and a backup that is due.
 */
export function useExtras(onError: (error: unknown) => void): Extras | undefined {
  const [extras, setExtras] = useState<Extras>();
  useUpkeepAtOpening();
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once, whoever listens
  useEffect(() => {
    import('./extras').then((module) => setExtras(() => module), onError);
  }, []);
  return extras;
}
