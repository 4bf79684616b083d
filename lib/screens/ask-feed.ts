import { useEffect, useState } from 'preact/hooks';
import { type AskReply, askSync } from '@/lib/app/ask-sync';
import type { Failure } from '@/lib/core/sync/failure';

let told: Failure | undefined;
const listeners = new Set<(failure: Failure | undefined) => void>();

/**
 * Asks for a reading, as `askSync` does, and tells every part of the page how it failed: on a full disk nothing that is
 * stored does. What is wrong with a day that was picked says nothing of the feed, but for the disk.
 */
export async function askFeed(...asked: Parameters<typeof askSync>): Promise<AskReply> {
  const [trigger, { day } = {}] = asked;
  if (trigger === 'hand' && day === undefined) tell(undefined);
  const reply = await askSync(...asked);
  if (reply.kind === 'finished' && (day === undefined || reply.failure?.kind === 'storage')) tell(reply.failure);
  return reply;
}

/** How the last reading that this page asked for failed. */
export function useToldFailure(): Failure | undefined {
  const [failure, setFailure] = useState(told);
  useEffect(() => {
    setFailure(told);
    listeners.add(setFailure);
    return () => {
      listeners.delete(setFailure);
    };
  }, []);
  return failure;
}

function tell(failure: Failure | undefined): void {
  told = failure;
  for (const listener of listeners) listener(failure);
}
