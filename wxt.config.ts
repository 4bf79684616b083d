import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { allowStyles, OLDEST_CHROME, OLDEST_FIREFOX, toManifest } from './manifest.config';
import { inlineStyles } from './tests/harness/inline-styles.mjs';
import { oneFirstChunk } from './tests/harness/one-first-chunk.mjs';

export default defineConfig({
  // Imports are written out: nobody should have to guess who depends on whom.
  imports: false,
  // WXT's default for Firefox is 2; both browsers get the same third version.
  manifestVersion: 3,
  manifest: toManifest,
  vite: () => ({
    plugins: [preact(), oneFirstChunk('/entrypoints/popup/')],
    // Dexie's own entry is its ES5 build, 2 kB larger when gzipped; no browser that the manifest admits needs it.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    build: {
      // For older browsers Vite would write every `light-dark()` twice, behind variables of its own.
      target: [`chrome${OLDEST_CHROME}`, `firefox${OLDEST_FIREFOX}`],
      // Every browser the manifest admits knows modulepreload; its polyfill is bytes and a fetch in every page.
      modulePreload: { polyfill: false },
    },
  }),
  hooks: {
    'build:manifestGenerated': ({ config }, manifest) => {
      // The topics need room: WXT's default squeezes the options into a dialog of the extensions page.
      if (manifest.options_ui) manifest.options_ui.open_in_tab = true;
      if (config.command === 'build') allowStyles(manifest, inlineStyles(config.outDir, 'popup.html'));
    },
  },
  zip: {
    // WXT leaves dot files out; without this one the packages' install scripts would run at the reviewer's.
    includeSources: ['**/*', '.npmrc'],
    // Made anew by the first step of every build; a stale copy in the sources archive would look like code to review.
    excludeSources: ['lib/core/query/parser.generated.*'],
  },
});
