import { useEffect, useState } from 'preact/hooks';

/** The part of the address after `#`, live: links and the back button change it. */
export function useHash(): string {
  const [hash, setHash] = useState(readHash);
  useEffect(() => {
    const changed = () => setHash(readHash());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash;
}

/** Puts another hash in the place of this one, so that the back button does not lead to what is gone. */
export function replaceHash(hash: string): void {
  history.replaceState(null, '', `#${hash}`);
  // replaceState tells nobody.
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function readHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // A lone percent sign, typed by hand.
    return '';
  }
}
