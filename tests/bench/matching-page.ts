import type { Day } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics } from '@/lib/core/topics/match-topics';
import type { Topic } from '@/lib/core/topics/topic';

// Bundled and run in a page of the product's origin: the same code as in the worker, on papers as the database gives them.

/**
 * Two counts of the badge: the first of the page, on older papers, as every wake of the worker makes one before it
 * reads the feed; then that of `count` new papers whose words nobody has read yet.
 */
export async function timeMatching(topics: Topic[], count: number, today: Day) {
  const papers = await readNewest(2 * count);
  const first = countMatches(papers.slice(count), topics, today);
  const second = countMatches(papers.slice(0, count), structuredClone(topics), today);
  return { firstMs: first.tookMs, tookMs: second.tookMs, papers: papers.length - count, matches: second.matches };
}

function countMatches(papers: Paper[], topics: Topic[], today: Day): { tookMs: number; matches: number } {
  const entries = papers.map((paper) => ({ paper, seen: false }));
  const since = performance.now();
  const { ids } = countNewMatches(entries, compileTopics(topics), today);
  return { tookMs: performance.now() - since, matches: ids.length };
}

/** Fresh objects at each call: an index of words is kept as long as its paper. */
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
