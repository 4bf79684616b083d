import { useEffect, useState } from 'preact/hooks';
import { readIsPinned } from '@/lib/browser/toolbar';

/** Whether the icon stands in the toolbar; asked again when the user comes back from having moved it. */
export function usePinned(): boolean | undefined {
  const [isPinned, setPinned] = useState<boolean>();
  useEffect(() => {
    const ask = () => void readIsPinned().then(setPinned);
    ask();
    addEventListener('focus', ask);
    return () => removeEventListener('focus', ask);
  }, []);
  return isPinned;
}
