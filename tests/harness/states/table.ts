import { OPTIONS_STATES } from './options-states';
import { POPUP_STATES } from './popup-states';
import type { State } from './state';
import { WELCOME_STATES } from './welcome-states';

/** Every state that is drawn and looked at. */
export const STATES: readonly State[] = [...POPUP_STATES, ...OPTIONS_STATES, ...WELCOME_STATES];
