import type { JSX } from 'preact';
import { Switch } from '@/components/controls/Switch';
import { AlertAccess } from '@/components/options/AlertAccess';
import { AlertTopics } from '@/components/options/AlertTopics';
import { QuietTimes } from '@/components/options/QuietTimes';
import { Part } from '@/components/options/Section';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { saveSetting } from '@/lib/app/save-setting';
import type { Settings } from '@/lib/core/settings/settings';
import type { Topic } from '@/lib/core/topics/topic';
import { attempt } from './attempt';
import { useAlertAccess } from './use-access';

export interface AlertsPartProps {
  settings: Settings;
  topics: readonly Topic[];
}

/** Which topics alert, whether the browser lets them, and when they are to be quiet. */
export function AlertsPart({ settings, topics }: AlertsPartProps): JSX.Element {
  const access = useAlertAccess();
  const telling = topics.filter(({ enabled, notify }) => enabled && notify);
  return (
    <Part
      title="Alerts"
      explains="A notification of your system when a reading brings new papers of these topics: one for each reading, not for each paper. A click on it leads to them. None comes while the popup is in view; what is still new is told afterwards."
    >
      <AlertTopics topics={telling} />
      <AlertAccess
        granted={access.granted}
        refused={access.refused}
        isWanted={telling.length > 0}
        onGrant={() => attempt(access.request())}
      />
      <Switch
        checked={settings.quietHours}
        onChange={(value) => attempt(saveSetting('quietHours', value))}
        explains="What comes in them is told in one alert when they are over."
      >
        {SETTING_NAMES.quietHours}
      </Switch>
      {settings.quietHours && (
        <QuietTimes
          from={settings.quietFrom}
          to={settings.quietTo}
          onFrom={(hour) => attempt(saveSetting('quietFrom', hour))}
          onTo={(hour) => attempt(saveSetting('quietTo', hour))}
        />
      )}
    </Part>
  );
}
