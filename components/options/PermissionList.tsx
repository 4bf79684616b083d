import './host-access.css';
import './permission-list.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';
import { useHeir } from '../controls/use-heir';

const NOTIFICATIONS = 'notifications';
const DOWNLOADS = 'downloads';

/** Every permission of the manifest: why it is asked for, and what is lost without it. */
const PERMISSIONS: readonly { name: string; words: string; reason: string; without: string }[] = [
  {
    name: 'https://huggingface.co/*',
    words: 'Ask one host',
    reason: 'Reads the public list of papers of each day. No other host is ever asked.',
    without: 'No paper arrives. What is stored stays readable.',
  },
  {
    name: 'alarms',
    words: 'Wake up on time',
    reason: 'The browser rings when the next reading is due, so that the badge is right before you open anything.',
    without: 'The feed is read only while a page of the extension is open.',
  },
  {
    name: 'storage',
    words: 'Keep a second copy',
    reason:
      'Holds a copy of your marks, topics and settings, in other files than the databases. What a damaged database has lost comes back from it. The list that the popup opens with is kept in the browser’s memory.',
    without: 'A damaged database would be a loss, and the popup would open later.',
  },
  {
    name: 'unlimitedStorage',
    words: 'Keep what is stored',
    reason: 'Tells the browser not to clear the papers when the disk runs low.',
    without: 'The browser may delete everything stored here, your topics too, without asking.',
  },
  {
    name: NOTIFICATIONS,
    words: 'Show alerts',
    reason:
      'Tells of new papers of the topics where “Notify me” is on, on this computer. It is not asked for at the installation, but at the first such switch.',
    without: 'No alert appears. The popup lists the same papers.',
  },
  {
    name: DOWNLOADS,
    words: 'Save backups',
    reason:
      'Saves backups by themselves among your downloads, the newest over the oldest. Asked for when you switch that on. No other download is looked at.',
    without: 'No backup is saved by itself. “Back up now” hands you the file.',
  },
];

/** A permission that is not asked for at the installation. */
export interface OptionalPermission {
  /** `undefined` while it is being asked. */
  granted: boolean | undefined;
  /** The user wants to take it back; browsers have no page for it. */
  onTakeBack(): void;
}

export interface PermissionListProps {
  alerts: OptionalPermission;
  downloads: OptionalPermission;
}

/** The permissions as a list of definitions; of those that are optional, whether they are given. */
export function PermissionList({ alerts, downloads }: PermissionListProps): JSX.Element {
  return (
    <dl class="permission-list">
      {PERMISSIONS.map(({ name, words, reason, without }) => (
        <div key={name}>
          <dt>
            {words} <code>{name}</code>
          </dt>
          <dd>{reason}</dd>
          <dd class="explains">Without it: {without}</dd>
          {name === NOTIFICATIONS && <Given {...alerts} words={words} href="#badge" place="Badge and alerts" />}
          {name === DOWNLOADS && <Given {...downloads} words={words} href="#data" place="Data" />}
        </div>
      ))}
    </dl>
  );
}

type GivenProps = OptionalPermission & { words: string; href: string; place: string };

function Given({ granted, onTakeBack, words, href, place }: GivenProps): JSX.Element | null {
  const heir = useHeir<HTMLElement>(granted === true);
  if (granted === undefined) return null;
  if (granted)
    return (
      <dd>
        <strong>Granted.</strong>{' '}
        <Button look="plain" onClick={onTakeBack} label={`Take it back: ${words}`}>
          Take it back
        </Button>
      </dd>
    );
  return (
    <dd ref={heir}>
      <strong>Not granted.</strong> It can be given under <a href={href}>{place}</a>.
    </dd>
  );
}
