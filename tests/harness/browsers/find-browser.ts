import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './extension-browser';

export type Found = { path: string } | { missing: string };

interface Places {
  /** Environment variables that name the binary, first wins. */
  variables: string[];
  /** Names on the PATH. */
  commands: string[];
  mac: string[];
  /** Below the folders programs are installed to on Windows. */
  windows: string[];
  debianPackage: string;
  advice: string;
}

const PLACES: Record<BrowserName, Places> = {
  chromium: {
    variables: ['CHROMIUM_PATH', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'brave-browser',
      'brave',
    ],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    windows: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'BraveSoftware/Brave-Browser/Application/brave.exe',
    ],
    debianPackage: 'chromium',
    advice:
      'Install Chromium, Chrome, Edge or Brave, or name one you have: CHROMIUM_PATH=/path/to/chrome npm start. ' +
      'On Debian and its kin: sudo apt-get install chromium. macOS: brew install --cask chromium. ' +
      'Windows: winget install Google.Chrome',
  },
  firefox: {
    variables: ['FIREFOX_PATH'],
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    mac: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
    debianPackage: 'firefox-esr',
    advice:
      'Install Firefox 140 or newer, or name one you have: FIREFOX_PATH=/path/to/firefox npm start -- --firefox. ' +
      'On Debian: sudo apt-get install firefox-esr. macOS: brew install --cask firefox. ' +
      'Windows: winget install Mozilla.Firefox',
  },
};

/** Finds a browser; with `install`, and on Debian as root, gets it from the distribution where there is none. */
export async function ensureBrowser(name: BrowserName, options: { install?: boolean } = {}): Promise<Found> {
  const found = findBrowser(name);
  if ('path' in found || !options.install || !isDebianAsRoot()) return found;
  const { debianPackage } = PLACES[name];
  console.log(`There is no ${name} here: installing the package ${debianPackage} with apt-get …`);
  if (apt('update') && apt('install', '--yes', '--no-install-recommends', debianPackage)) return findBrowser(name);
  return { missing: `apt-get could not install ${debianPackage}, see above. ${PLACES[name].advice}` };
}

/** The path, or an error that says what to do. */
export async function requireBrowser(name: BrowserName): Promise<string> {
  const found = await ensureBrowser(name);
  if ('missing' in found) throw new Error(found.missing);
  return found.path;
}

function findBrowser(name: BrowserName): Found {
  const places = PLACES[name];
  const variable = places.variables.find((key) => process.env[key]);
  const named = variable === undefined ? undefined : process.env[variable];
  if (named !== undefined)
    return isProgram(named) ? { path: named } : { missing: `${variable} says ${named}, which is not a program.` };
  const path = toCandidates(places).find(isProgram);
  return path === undefined ? { missing: `No ${name} was found. ${places.advice}.` } : { path };
}

function toCandidates(places: Places): string[] {
  if (process.platform === 'darwin')
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
      places.mac.map((app) => join(folder, app)),
    );
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) =>
      places.windows.map((program) => join(process.env[key] ?? '', program)),
    );
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return places.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian itself: on Ubuntu both packages are empty shells around a snap, which needs more than apt. */
function isDebianAsRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-q', ...args], { stdio: 'inherit', env }).status === 0;
}
