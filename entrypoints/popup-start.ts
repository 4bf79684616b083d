import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readAhead } from '@/lib/screens/popup/read-ahead';

// The first script of the popup, small enough to run while the others are still being loaded.
export default defineUnlistedScript(readAhead);
