// Which files of a build are loaded at once. Names of chunks carry hashes, so they are found by following imports.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseAst } from 'vite';

/** The background's script and every chunk it imports: what each wake of the worker reads. Paths, `build` first. */
export function backgroundFiles(build) {
  const { background } = JSON.parse(readFileSync(posix.join(build, 'manifest.json'), 'utf8'));
  return withImports(build, background.service_worker ? [background.service_worker] : background.scripts);
}

/** The popup's page, scripts with their static imports and styles. What it loads later, by `import()`, does not count. */
export function popupFiles(build) {
  const { action } = JSON.parse(readFileSync(posix.join(build, 'manifest.json'), 'utf8'));
  const page = action.default_popup;
  const html = readFileSync(posix.join(build, page), 'utf8');
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="\/?([^"]+)"/g)];
  // A link that is switched off names styles that stand in the page itself (inline-styles.mjs).
  const loaded = tags.filter(([tag]) => !tag.includes(' disabled ')).map((match) => match[1]);
  if (loaded.length === 0) throw new Error(`${page} loads no script: the size of the popup can't be told from it.`);
  return [posix.join(build, page), ...withImports(build, loaded)];
}

/** `files` and, for scripts, whatever they import statically, at any depth; each file once. */
function withImports(build, files) {
  const found = new Set();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (file.endsWith('.js')) waiting.push(...staticImports(build, file));
  }
  return [...found].map((file) => posix.join(build, file));
}

function staticImports(build, file) {
  return parseAst(readFileSync(posix.join(build, file), 'utf8'))
    .body.map((statement) => statement.source?.value)
    .filter((specifier) => specifier !== undefined)
    .map((specifier) => posix.join(posix.dirname(file), specifier));
}
