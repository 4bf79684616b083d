import { useEffect, useMemo, useState } from 'preact/hooks';
import type { KnownName, NameField } from '@/lib/core/query/vocabulary';
import type { NamesAsk } from './names-run';
import type { PageScanner } from './use-paper-scanner';

const NONE: readonly KnownName[] = [];

/**
 * The names of stored papers that begin as asked, and the way to ask. Those of the last answer stay while the next is on
 * its way, as long as the field is the same: a list must not blink at each letter.
 */
export function useKnownNames(scanner: PageScanner | undefined): {
  names: readonly KnownName[];
  lookUp(field: NameField | undefined, prefix: string): void;
} {
  const [ask, setAsk] = useState<NamesAsk>();
  const [last, setLast] = useState<{ field: NameField; names: readonly KnownName[] }>();
  useEffect(() => {
    if (!ask) return;
    return scanner?.watch('names', ask, (names) => setLast({ field: ask.field, names }));
  }, [ask, scanner]);
  const lookUp = useMemo(
    () => (field: NameField | undefined, prefix: string) =>
      setAsk((before) => {
        if (field === undefined) return undefined;
        return before?.field === field && before.prefix === prefix ? before : { field, prefix };
      }),
    [],
  );
  return { names: last && last.field === ask?.field ? last.names : NONE, lookUp };
}
