import { toUtcDay } from '@/lib/core/days/day';
import { createSampleFeed } from '../sample-feed/sample-feed';
import { readRecordedFeed } from '../stand-in/recorded-feed';
import { type StandInServer, startServer } from '../stand-in/server';
import { createStandIn } from '../stand-in/stand-in';
import type { StartFlags } from './flags';

export interface FeedSource {
  /** Where the papers come from, in words. */
  words: string;
  /** Absent for the real huggingface.co. */
  server?: StandInServer;
}

/** The real feed where it answers, unless another one was asked for. */
export async function openFeedSource(flags: Pick<StartFlags, 'sample' | 'feed'>): Promise<FeedSource> {
  if (flags.feed !== undefined) {
    const feed = readRecordedFeed(flags.feed, { endAt: toUtcDay(Date.now()) });
    const server = await startServer(createStandIn({ feed }));
    return { server, words: `${flags.feed}, moved by ${feed.shiftedBy} days and played by the stand-in` };
  }
  const trouble = flags.sample ? undefined : await findTrouble();
  if (!flags.sample && trouble === undefined) return { words: 'the real huggingface.co' };
  if (trouble !== undefined) console.log(`huggingface.co does not answer here (${trouble}): playing the sample feed.`);
  const server = await startServer(createStandIn({ feed: createSampleFeed() }));
  return { server, words: 'the generated sample feed, played by the stand-in' };
}

/** Why the real feed can't be read from here; `undefined` where it can. */
async function findTrouble(): Promise<string | undefined> {
  try {
    const response = await fetch('https://huggingface.co/api/daily_papers?limit=1', {
      signal: AbortSignal.timeout(8_000),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    await response.body?.cancel();
    return response.ok && isJson ? undefined : `it said ${response.status}${isJson ? '' : ', and not with JSON'}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}
