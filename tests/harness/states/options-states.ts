import { BACKUP_STATES } from './backup-states';
import { RECOVERY_STATES } from './recovery-states';
import { SECTION_STATES } from './section-states';
import type { State } from './state';
import { TOPIC_STATES } from './topic-states';

export const OPTIONS_STATES: readonly State[] = [
  ...TOPIC_STATES,
  ...SECTION_STATES,
  ...BACKUP_STATES,
  ...RECOVERY_STATES,
].map((state) => ({ ...state, surface: 'options' }));
