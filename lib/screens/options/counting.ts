import { toDetail } from '@/lib/ui/start';

/** What `Counted` is told of a count: why it failed, in words, and the way on. */
export function toCounting(failure: unknown, retry: () => void): { failure: string | undefined; onRetry(): void } {
  return { failure: failure === undefined ? undefined : toDetail(failure), onRetry: retry };
}
