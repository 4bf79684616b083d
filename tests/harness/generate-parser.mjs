// Makes the query parser and its types from the grammar. Plain Node: it runs before anything is compiled.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const room = new URL('../../lib/core/query/', import.meta.url);
const grammar = fileURLToPath(new URL('query.peggy', room));

if (existsSync(grammar)) {
  const peggy = createRequire(import.meta.url).resolve('peggy/bin/peggy.js');
  const output = fileURLToPath(new URL('parser.generated.js', room));
  // Source the build compiles. peggy's own default would hand back an eval'd parser, which the content policy refuses.
  const made = spawnSync(process.execPath, [peggy, '--format', 'es', '--dts', '--output', output, grammar], {
    stdio: 'inherit',
  });
  process.exitCode = made.status ?? 1;
} else {
  console.log('There is no grammar at lib/core/query/query.peggy: no parser was made.');
}
