// Makes the query parser and its types from the grammar, before anything is compiled.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

const room = new URL('../../lib/core/query/', import.meta.url);
const grammar = fileURLToPath(new URL('query.peggy', room));
const output = fileURLToPath(new URL('parser.generated.js', room));

if (existsSync(grammar)) {
  generate();
  writeFileSync(output, withoutErrorWords(readFileSync(output, 'utf8')));
} else {
  console.log('There is no grammar at lib/core/query/query.peggy: no parser was made.');
}

/** Source the build compiles. Peggy's own default hands back an eval'd parser, which the content policy refuses. */
function generate() {
  const peggy = createRequire(import.meta.url).resolve('peggy/bin/peggy.js');
  const options = ['--format', 'es', '--dts', '--output', output];
  const made = spawnSync(process.execPath, [peggy, ...options, grammar], { stdio: 'inherit' });
  if (made.status !== 0) process.exit(made.status ?? 1);
}

/**
 * The parser without what words its errors. The grammar has a tree for every text, so there are none: mistakes are
 * nodes, worded by lib/core/query. The words of Peggy would cost every wake of the worker 1 kB.
 */
function withoutErrorWords(source) {
  const cuts = { format: '', buildMessage: "static buildMessage() { return 'This text has no tree.'; }" };
  const error = parseAst(source).body.find((node) => node.type === 'ClassDeclaration');
  const methods = (error?.body.body ?? []).filter((method) => Object.hasOwn(cuts, method.key.name));
  if (methods.length !== 2) throw new Error('Peggy words its errors in another way now: look at parser.generated.js.');
  // From the last to the first, so that the positions of the earlier ones still hold.
  return methods
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, key }) => text.slice(0, start) + cuts[key.name] + text.slice(end), source);
}
