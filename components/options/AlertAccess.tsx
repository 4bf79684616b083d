import './host-access.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';
import { useHeir } from '../controls/use-heir';

export interface AlertAccessProps {
  /** `undefined` while it is being asked. */
  granted: boolean | undefined;
  /** The last question to the user was answered with no. */
  refused: boolean;
  /** Some topic wants to be told of. */
  isWanted: boolean;
  onGrant(): void;
}

/** Whether the browser lets alerts be shown, and the way to have it do so. */
export function AlertAccess({ granted, refused, isWanted, onGrant }: AlertAccessProps): JSX.Element | null {
  const heir = useHeir<HTMLParagraphElement>(granted === false && isWanted);
  if (granted === undefined) return null;
  if (granted) {
    return (
      <p class="explains" ref={heir}>
        The browser allows alerts. Where none appears, look into the notification settings of your system: it may hold
        them back.
      </p>
    );
  }
  if (!isWanted) return <p class="explains">The browser will ask you when you first switch “Notify me” on.</p>;
  return (
    <>
      <p>
        <strong class="is-missing">Not allowed.</strong> The browser does not let alerts be shown. The popup lists the
        papers all the same.
      </p>
      <Button look="solid" onClick={onGrant}>
        Allow alerts
      </Button>
      <p role="status">{refused ? 'The browser did not allow it. You can ask again.' : ''}</p>
    </>
  );
}
