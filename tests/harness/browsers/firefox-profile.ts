import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webExt from 'web-ext';
import { consoleStream } from 'web-ext/util/logger';
import type { LaunchOptions } from './extension-browser';

export interface FirefoxAddon {
  geckoId: string;
  /** Of `moz-extension://UUID/`; from the id, so that a relaunch finds its databases. */
  uuid: string;
}

export function readAddon(directory: string): FirefoxAddon {
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const geckoId = manifest.browser_specific_settings?.gecko?.id;
  if (geckoId === undefined) throw new Error(`${directory}/manifest.json names no browser_specific_settings.gecko.id`);
  const hex = createHash('sha256').update(geckoId).digest('hex');
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return { geckoId, uuid: uuid.join('-') };
}

/**
 * Puts the add-on into the profile as a packed file. What puppeteer's `installExtension` brings is temporary: gone
 * after a restart, and its databases with it.
 */
export async function installAddon(profile: string, directory: string, geckoId: string): Promise<void> {
  const artifacts = mkdtempSync(join(tmpdir(), 'daily-papers-xpi-'));
  consoleStream.startCapturing();
  try {
    const { extensionPath } = await webExt.cmd.build(
      { sourceDir: directory, artifactsDir: artifacts, overwriteDest: true },
      { showReadyMessage: false },
    );
    mkdirSync(join(profile, 'extensions'), { recursive: true });
    copyFileSync(extensionPath, join(profile, 'extensions', `${geckoId}.xpi`));
  } finally {
    rmSync(artifacts, { recursive: true, force: true });
  }
}

export function toPreferences({ geckoId, uuid }: FirefoxAddon, options: LaunchOptions): Record<string, unknown> {
  const { standIn } = options;
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    // An unsigned add-on that lies in the profile is taken and switched on without a question.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 15,
    'extensions.installDistroAddons': false,
    // permissions.request asks in a panel that no protocol can click; the click on our own button is still needed.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.openPopupWithoutUserGesture.enabled': true,
    'intl.locale.requested': 'en-US',
    ...(standIn === undefined ? {} : toStandInPreferences(standIn.port, options.catchAll ?? false)),
    ...options.prefs,
  };
}

function toStandInPreferences(port: number, catchAll: boolean): Record<string, unknown> {
  return {
    'network.dns.localDomains': 'huggingface.co',
    'network.socket.forcePort': catchAll ? `443=${port};80=${port}` : `443=${port}`,
    ...(catchAll ? { 'network.dns.forceResolve': '127.0.0.1' } : {}),
    // A proxy or DNS over HTTPS would resolve the name itself; HTTP/3 does not speak TCP.
    'network.proxy.type': 0,
    'network.trr.mode': 5,
    'network.http.http3.enable': false,
    // Firefox's own requests would fill the log of a caught browser.
    'services.settings.server': 'data:,#remote-settings.dummy/v1',
  };
}
