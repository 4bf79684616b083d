import { expect, it } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import type { KnownName } from '@/lib/core/query/vocabulary';
import { createNamesRun } from '@/lib/ui/names-run';
import type { PaperCache } from '@/lib/ui/paper-cache';
import { makePaper } from '../../components/make-paper';

const by = (id: string, name: string): Paper => makePaper({ id, authors: [{ name }] });

/** A look-up in a cache that holds what `hold` was called with last. */
function openNames() {
  let papers: readonly Paper[] = [];
  let version = 0;
  const cache = { papers: () => papers, version: () => version } as unknown as PaperCache;
  const run = createNamesRun(cache);
  return {
    hold(next: readonly Paper[]) {
      papers = next;
      version++;
    },
    find: (prefix: string) =>
      new Promise<KnownName[]>((resolve, reject) =>
        run({ field: 'author', prefix }, new AbortController().signal, resolve, reject),
      ),
  };
}

it('counts each paper once where a new one is put before those that are known', async () => {
  const { hold, find } = openNames();
  const old = [by('a', 'Nora'), by('b', 'Nils')];
  hold(old);
  expect(await find('n')).toHaveLength(2);
  hold([by('c', 'Nadia'), ...old]);
  expect(await find('nadia')).toEqual([{ value: 'Nadia', papers: 1 }]);
  expect(await find('nils')).toEqual([{ value: 'Nils', papers: 1 }]);
});

it('forgets the names of papers that are gone', async () => {
  const { hold, find } = openNames();
  hold([by('a', 'Nora'), by('b', 'Nils')]);
  await find('n');
  hold([by('b', 'Nils')]);
  expect(await find('n')).toEqual([{ value: 'Nils', papers: 1 }]);
});
