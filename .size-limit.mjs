import { existsSync } from 'node:fs';
import { backgroundFiles, popupFiles } from './tests/harness/bundle-files.mjs';

const builds = ['chrome-mv3', 'firefox-mv3'].filter((name) => existsSync(`.output/${name}/manifest.json`));
if (builds.length === 0) throw new Error('There is no build to weigh. Run `npm run build` first.');

/** Gzipped, as the stores deliver them. A wake of the worker and a click on the icon pay for every byte. */
export default builds.flatMap((build) => [
  {
    name: `${build}: background with all it imports`,
    path: backgroundFiles(`.output/${build}`),
    limit: '60 kB',
    gzip: true,
  },
  {
    name: `${build}: what the popup loads before its first list`,
    path: popupFiles(`.output/${build}`),
    limit: '55 kB',
    gzip: true,
  },
]);
