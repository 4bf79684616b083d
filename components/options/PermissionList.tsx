import './permission-list.css';
import type { JSX } from 'preact';

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
    words: 'Not used yet',
    reason: 'Set aside for a second copy of your topics and settings, apart from the databases they are kept in.',
    without: 'Nothing, for now. There would be no place for such a copy.',
  },
  {
    name: 'unlimitedStorage',
    words: 'Keep what is stored',
    reason: 'Tells the browser not to clear the papers when the disk runs low.',
    without: 'The browser may delete everything stored here, your topics too, without asking.',
  },
];

/** The permissions as a list of definitions. */
export function PermissionList(): JSX.Element {
  return (
    <dl class="permission-list">
      {PERMISSIONS.map(({ name, words, reason, without }) => (
        <div key={name}>
          <dt>
            {words} <code>{name}</code>
          </dt>
          <dd>{reason}</dd>
          <dd class="explains">Without it: {without}</dd>
        </div>
      ))}
    </dl>
  );
}
