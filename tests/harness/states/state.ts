import type { Page } from 'puppeteer-core';
import type { StateWorld, WorldName } from './worlds';

export type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];

export type Surface = 'popup' | 'options' | 'welcome';

export interface Size {
  width: number;
  height: number;
}

/** One state a page can be in, and how it is brought there: the same for the contact sheet and for the look with axe. */
export interface State {
  surface: Surface;
  /** What is to be seen; with the surface it is unique. */
  name: string;
  world: WorldName;
  /** The part of the address behind the page's name. */
  hash?: string;
  /** The surface's own size where it is not given. */
  size?: Size;
  /** The page moves; without it every motion is off, as a picture in the middle of one is another each time. */
  withMotion?: boolean;
  /** The browser's text size; 2 is 200 %. */
  textScale?: number;
  /** What is stored, or what the server does, when the page opens. */
  before?(world: StateWorld): Promise<void>;
  /** Runs in the page before its first script. */
  inject?(): void;
  /** What the user does once the page stands. */
  act?(page: Page, world: StateWorld): Promise<void>;
  /** Words the page shows when the state is reached: without them a picture could be of anything. */
  shows: string | RegExp;
  /** Takes back what the stored rows do not hold. */
  after?(world: StateWorld): Promise<void>;
}

export type OptionsState = Omit<State, 'surface'>;

export const SIZES: Readonly<Record<Surface, Size>> = {
  popup: { width: 400, height: 600 },
  options: { width: 1120, height: 760 },
  welcome: { width: 1120, height: 760 },
};

/** 320 px, the narrowest that has to work. */
export const NARROW: Size = { width: 320, height: 640 };

/** "popup: today", as pictures and tests call it. */
export function toStateTitle({ surface, name }: State): string {
  return `${surface}: ${name}`;
}
