// Puts the styles of a built page into the page itself: every file that the first frame waits for costs the popup some
// milliseconds, and its styles are smaller than what a request for them takes.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LINK = /<link rel="stylesheet"[^>]*? href="\/([^"]+)">/g;

/**
 * Inlines the stylesheets of `page` in the build at `folder`. Returns what the content policy has to allow for it, a
 * source of `style-src`: exactly these styles and no others.
 */
export function inlineStyles(folder, page) {
  const path = join(folder, page);
  const html = readFileSync(path, 'utf8');
  const files = [...html.matchAll(LINK)].map((match) => match[1]);
  if (files.length === 0) throw new Error(`${page} has no stylesheet to put into it.`);
  const styles = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  if (/<\/style/i.test(styles)) throw new Error(`The styles of ${page} would end its style element.`);
  // The links stay, switched off and so never loaded: by them a chunk that comes later knows that its styles are here.
  const off = html.replace(LINK, (link) => link.replace('<link', '<link disabled'));
  writeFileSync(
    path,
    off.replace('</head>', () => `<style>${styles}</style>\n  </head>`),
  );
  return `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
}
