import type { Day } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics } from '@/lib/core/topics/match-topics';
import type { Topic } from '@/lib/core/topics/topic';

// Bundled and run in a page of the product's origin: the same code as in the worker, on papers as the database gives them.

/**
 * Counts the badge over `count` new papers, `times` times, as a sync does after each page it has read. Papers and
 * topics are new objects each time: no word of them has been read before.
 */
export async function timeMatching(topics: Topic[], count: number, times: number, today: Day) {
  const papers = await readNewest(count);
  const runs = Array.from({ length: times }, () =>
    countMatches(structuredClone(papers), structuredClone(topics), today),
  );
  return { tookMs: runs.map(({ tookMs }) => tookMs), papers: papers.length, matches: runs[0]?.matches ?? 0 };
}

function countMatches(papers: Paper[], topics: Topic[], today: Day): { tookMs: number; matches: number } {
  const entries = papers.map((paper) => ({ paper, seen: false }));
  const since = performance.now();
  const { ids } = countNewMatches(entries, compileTopics(topics), today);
  return { tookMs: performance.now() - since, matches: ids.length };
}

async function readNewest(count: number): Promise<Paper[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('daily-papers-feed');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const papers: Paper[] = [];
  await new Promise<void>((resolve, reject) => {
    const request = db.transaction('papers').objectStore('papers').index('dailyDate').openCursor(null, 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      if (!request.result || papers.length === count) return resolve();
      papers.push(request.result.value);
      request.result.continue();
    };
  });
  db.close();
  return papers;
}
