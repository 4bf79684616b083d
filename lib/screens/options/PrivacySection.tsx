import type { JSX } from 'preact';
import { BulletList } from '@/components/options/BulletList';
import { HostAccess } from '@/components/options/HostAccess';
import { PermissionList } from '@/components/options/PermissionList';
import { Part, Section } from '@/components/options/Section';
import { giveBackAlerts } from '@/lib/app/alert-access';
import { giveBackDownloads } from '@/lib/app/backup-access';
import { SENT_WORDS } from '@/lib/core/sync/sent-words';
import { attempt } from './attempt';
import { RequestsPart } from './RequestsPart';
import { useAlertAccess, useDownloadsAccess, useFeedAccess } from './use-access';

const REQUESTED = [
  SENT_WORDS,
  'A reading is a few such requests, by itself fewer than a hundred a day, without cookies or an account. Days you pick come on top.',
  'Hugging Face sees what every web server sees: your address on the net, your browser, and which days were asked for.',
];

const KEPT = [
  'Your topics, and which papers matched them. Matching happens on this computer.',
  'What you have seen, read, starred, kept for later or opened.',
  'Your settings. There is no account, no statistics, no telemetry.',
];

/** What is asked of whom, what never leaves, and each permission with its reason. */
export function PrivacySection({ now }: { now: number }): JSX.Element {
  const access = useFeedAccess();
  const alerts = useAlertAccess();
  const downloads = useDownloadsAccess();
  return (
    <Section
      title="Privacy"
      lead="Nobody learns what you read. Here is all that leaves this computer, and all that does not."
    >
      <Part title="What is requested, and from whom">
        <BulletList items={REQUESTED} />
      </Part>
      <Part title="What never leaves">
        <BulletList items={KEPT} />
      </Part>
      <Part title="Access to the feed">
        <HostAccess granted={access.granted} refused={access.refused} onGrant={access.request} />
      </Part>
      <Part title="Permissions" explains="Each with its reason, and what is lost without it.">
        <PermissionList
          alerts={{ granted: alerts.granted, onTakeBack: () => attempt(giveBackAlerts()) }}
          downloads={{ granted: downloads.granted, onTakeBack: () => attempt(giveBackDownloads()) }}
        />
      </Part>
      <RequestsPart now={now} />
    </Section>
  );
}
