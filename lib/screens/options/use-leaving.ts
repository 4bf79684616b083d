import { useEffect, useRef } from 'preact/hooks';

/** Calls `left` with the value before, whenever `value` has changed or the component ends. */
export function useLeaving<T>(value: T | undefined, left: (value: T) => void): void {
  const call = useRef(left);
  call.current = left;
  useEffect(() => {
    if (value === undefined) return;
    return () => call.current(value);
  }, [value]);
}
