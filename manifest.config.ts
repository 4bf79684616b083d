import type { ConfigEnv, UserManifest } from 'wxt';

/** The one host any part of the extension talks to. The host permission and the content policy both name it. */
const FEED_ORIGIN = 'https://huggingface.co';

/**
 * The oldest browsers that are promised to work; the build writes its code and styles for them too.
 * Chrome 123 brought `light-dark()`, which every colour is written with; since 120 alarms may ring 30 seconds ahead,
 * older ones round the `resume` alarm up to a minute. Firefox 140 is the first that shows
 * `data_collection_permissions` to the user at install.
 */
export const OLDEST_CHROME = 123;
export const OLDEST_FIREFOX = 140;

/**
 * Firefox knows the add-on by this id: profiles, updates and the signing service hang on it.
 * A changed id is a new add-on without its user's papers.
 */
const GECKO_ID = 'daily-papers@daily-papers';

/**
 * What a page of the extension may load and contact: its own files and the feed. Everything else is refused by the
 * browser itself, whatever a bug or a malicious abstract asks for. Preact sets `style` through the CSSOM, which
 * `style-src 'self'` lets pass; an inline handler would be blocked, and a `<style>` element but the popup's own, whose
 * hash the build adds.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src ${FEED_ORIGIN}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Text of the feed can't become markup by innerHTML, where the browser knows trusted types (law 12). The two policies
  // there are make no markup: each lets `new Worker` have the address of one bundled file, which `script-src` admits like
  // every script of ours, and refuses any other (lib/ui/scanner-thread.ts, lib/app/restorer-thread.ts). 'none' would
  // forbid the workers; without them a scan of 20,000 papers, or a backup of them, shares the thread with the keys.
  "require-trusted-types-for 'script'",
  'trusted-types scanner-worker restore-worker',
].join('; ');

/** The manifest for Chrome, Edge and Firefox; WXT adds the entrypoints, the version and the icons of `public/icons`. */
export function toManifest({ browser, command }: ConfigEnv): UserManifest {
  return {
    name: 'Daily Papers',
    description:
      "Today's research papers, matched against your topics on your own machine. Not affiliated with Hugging Face.",
    permissions: [
      'storage', // the second copy of what only the user can make, outside IndexedDB (law 14); in memory, the popup's first list
      'unlimitedStorage', // without it the browser may evict the whole origin, notes and topics included, when the disk fills
      'alarms', // the doorbell of the next sync: a worker lives 30 seconds, a timer dies with it
    ],
    // Alerts, asked for at the first “Notify me”, and backups by themselves, asked for where they are switched on: a
    // required one would disable the extension for everybody at the update.
    optional_permissions: ['notifications', 'downloads'],
    // The feed sends no CORS headers: without the host permission every request fails as if offline.
    host_permissions: [`${FEED_ORIGIN}/*`],
    action: { default_title: 'Daily Papers', default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' } },
    // One set of databases for all windows of Chrome and Edge; a private page in Firefox has its own, empty ones, and
    // says so. 'not_allowed' would leave a Firefox that never remembers history without the button, and its user without
    // a word why. Private windows stay shut until the user opens them by hand.
    incognito: 'spanning',
    // A development build loads its scripts and styles from the dev server: WXT's own policy names it.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CONTENT_POLICY } } : {}),
    ...(browser === 'firefox' ? toGeckoKeys() : toChromiumKeys()),
  };
}

/** Chrome reports `browser_specific_settings` as an unknown key, so each browser gets only its own. */
function toChromiumKeys(): UserManifest {
  return { minimum_chrome_version: String(OLDEST_CHROME) };
}

function toGeckoKeys(): UserManifest {
  return {
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: `${OLDEST_FIREFOX}.0`,
        data_collection_permissions: { required: ['none'] },
      },
      // Android shows the data permissions since two versions later.
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}

/** Lets the pages use the styles of one `<style>` element, named by `hash`, and no other. */
export function allowStyles(manifest: { content_security_policy?: unknown }, hash: string): void {
  manifest.content_security_policy = {
    extension_pages: CONTENT_POLICY.replace("style-src 'self'", `style-src 'self' ${hash}`),
  };
}
