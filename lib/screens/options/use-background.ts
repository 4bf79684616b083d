import { useEffect, useState } from 'preact/hooks';
import { watchBackground } from '@/lib/app/ask-sync';

export type BackgroundState = 'answering' | 'silent' | undefined;

/** Whether the background answers, live while it does not; `undefined` before it was asked. */
export function useBackground(): BackgroundState {
  const [state, setState] = useState<BackgroundState>();
  useEffect(() => watchBackground(setState), []);
  return state;
}
