import './host-access.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';
import { useHeir } from '../controls/use-heir';

export interface HostAccessProps {
  /** `undefined` while it is being asked. */
  granted: boolean | undefined;
  /** The last question to the user was answered with no. */
  refused: boolean;
  onGrant(): void;
}

/** Whether the feed's host may be asked, and the button that asks for it. */
export function HostAccess({ granted, refused, onGrant }: HostAccessProps): JSX.Element {
  const heir = useHeir<HTMLParagraphElement>(granted === false);
  if (granted === undefined) return <p>Asking the browser…</p>;
  if (granted) {
    return (
      <p ref={heir}>
        <strong>Granted.</strong> The extension may ask huggingface.co for the feed. You can take it back in the
        browser’s page of extensions.
      </p>
    );
  }
  return (
    <>
      <p>
        <strong class="is-missing">Not granted.</strong> Nothing new can be read; the stored papers stay readable.
      </p>
      <Button look="solid" onClick={onGrant}>
        Grant access to huggingface.co
      </Button>
      <p role="status">{refused ? 'The browser did not grant it. You can ask again.' : ''}</p>
    </>
  );
}
