// Makes the query parser and its types from the grammar, before anything is compiled.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const room = new URL('../../lib/core/query/', import.meta.url);
const grammar = fileURLToPath(new URL('query.peggy', room));
const output = fileURLToPath(new URL('parser.generated.js', room));

if (existsSync(grammar)) {
  generate();
  writeFileSync(output, withoutExpectations(readFileSync(output, 'utf8')));
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
 * The parser without what it expected where. The grammar has a tree for every text, so no text fails: mistakes are
 * nodes, worded by lib/core/query. Peggy's own account of failures would cost every wake of the worker 2 kB, and each
 * query the time to keep it.
 */
function withoutExpectations(source) {
  const cuts = [
    [/^ *if \(peg\$silentFails === 0\) \{ peg\$fail\(peg\$e\d+\); \}\n/gm, ''],
    [/^ {2}const peg\$e\d+ = peg\$\w+Expectation\(.*\);\n/gm, ''],
    [
      /^ {2}function peg\$throw\(\) \{\n[\s\S]*?^ {2}\}\n/m,
      "  function peg$$throw() { throw new SyntaxError('This text has no tree.'); }\n",
    ],
    [/^class peg\$SyntaxError[\s\S]*?^\}\n/m, 'class peg$$SyntaxError extends SyntaxError {}\n'],
  ];
  return cuts.reduce((text, [part, instead]) => {
    if (text.search(part) < 0)
      throw new Error('Peggy keeps its failures in another way now: look at parser.generated.js.');
    return text.replace(part, instead);
  }, source);
}
