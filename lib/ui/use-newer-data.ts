import { useLive } from './use-live';

/** True where a newer version of the extension wrote the databases: they can be read, and nothing written. */
export function useIsNewer(): boolean {
  return useLive((queries) => queries.readIsNewer(), [], false).value;
}
