import { minutesAgo, putFailure, putSettings } from './arrange';
import { putTopics } from './arrange-topics';
import { pretendPrivate, refuseCounts, refuseScan, refuseStorage } from './inject';
import { NARROW, type State } from './state';

type WelcomeState = Omit<State, 'surface'>;

const PICKED = /match(es)? your/;
const COUNTED = /\d+ of \d+ papers/;

const STATES: readonly WelcomeState[] = [
  { name: 'first minute: nothing there yet', world: 'empty', shows: 'Pick what you follow' },
  { name: 'first minute: papers on their way', world: 'under-way', shows: COUNTED },
  { name: 'everything was read', world: 'full', shows: COUNTED },
  {
    name: 'three topics are picked',
    world: 'full',
    before: (world) => putTopics(world, 'Language agents', 'Video generation', 'Reasoning'),
    shows: PICKED,
  },
  {
    name: 'the number is switched off',
    world: 'full',
    before: async (world) => {
      await putTopics(world, 'Language agents');
      await putSettings(world, { showBadge: false });
    },
    shows: 'switched off',
  },
  {
    name: '320 px',
    world: 'full',
    size: NARROW,
    before: (world) => putTopics(world, 'Language agents'),
    shows: PICKED,
  },
  { name: 'papers that can’t be searched', world: 'full', inject: refuseScan, shows: 'could not be searched' },
  { name: 'nothing can be counted', world: 'full', inject: refuseCounts, shows: 'Not counted.' },
  { name: 'nothing can be counted, 320 px', world: 'full', size: NARROW, inject: refuseCounts, shows: 'Not counted.' },
  { name: '200 % text', world: 'full', textScale: 2, before: (world) => putTopics(world, 'Reasoning'), shows: PICKED },
  { name: '320 px, 200 % text', world: 'full', size: NARROW, textScale: 2, shows: COUNTED },
  { name: 'something else answers', world: 'refused', shows: 'Something else answered in place of Hugging Face' },
  {
    name: 'offline',
    world: 'refused',
    before: (world) => putFailure(world, { kind: 'offline', at: minutesAgo(1) }),
    shows: 'You are offline',
  },
  {
    name: 'rate-limited',
    world: 'refused',
    before: (world) => putFailure(world, { kind: 'rate-limited', at: minutesAgo(1), until: minutesAgo(-14) }),
    shows: 'asked us to wait until',
  },
  {
    name: 'permission missing',
    world: 'refused',
    before: ({ browser }) => browser.setFeedAccess(false),
    shows: 'Allow reading huggingface.co',
    after: ({ browser }) => browser.setFeedAccess(true),
  },
  { name: 'background silent', world: 'silent', shows: 'Not updating by itself' },
  { name: 'written by a newer version', world: 'newer', shows: 'From a newer version: only shown' },
  { name: 'storage failing', world: 'full', inject: refuseStorage, shows: 'The browser refuses to store' },
  {
    name: 'a private window without storage',
    world: 'full',
    inject: pretendPrivate,
    shows: 'This is a private window',
  },
];

export const WELCOME_STATES: readonly State[] = STATES.map((state) => ({ ...state, surface: 'welcome' }));
