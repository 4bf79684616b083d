import type { JSX } from 'preact';

export type PinBrowser = 'chrome' | 'edge' | 'firefox';

const WAYS: Readonly<Record<PinBrowser, string>> = {
  chrome: 'In Chrome: click the puzzle piece beside the address, then the pin next to Daily Papers.',
  edge: 'In Edge: click the puzzle piece beside the address, then the eye next to Daily Papers.',
  firefox:
    'In Firefox: click the puzzle piece beside the address, then the gear next to Daily Papers, then “Pin to Toolbar”.',
};

export interface PinHintProps {
  browser: PinBrowser;
  /** The icon stands in the toolbar already; `undefined` where the browser does not tell. */
  isPinned: boolean | undefined;
}

/** How to keep the icon, and its number, in sight. */
export function PinHint({ browser, isPinned }: PinHintProps): JSX.Element {
  return <p>{isPinned ? 'The icon stands in your toolbar, where its number can be seen.' : WAYS[browser]}</p>;
}
