// What `npm start` and `npm test` run first, from a fresh clone with nothing installed: plain Node, no dependencies.
// Installs what the lock file says where that is missing, makes what is generated, then runs the script of the verb.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const SCRIPTS = {
  start: 'tests/harness/start.ts',
  test: 'tests/harness/test.ts',
  e2e: 'tests/e2e/run.ts',
  bench: 'tests/bench/run.ts',
  screenshots: 'tests/harness/screenshots.ts',
};

const [verb = '', ...args] = process.argv.slice(2);
const script = SCRIPTS[verb];
if (!script) fail(`There is no verb "${verb}". Known are: ${Object.keys(SCRIPTS).join(', ')}.`);

checkNode();
if (!isInstalled()) install();
// tsx reads the aliases from the configuration that WXT makes: without it `@/` leads nowhere.
if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) prepare();
process.exit(runScript());

function checkNode() {
  const wanted = /(\d+)\.(\d+)/.exec(readJson('package.json').engines.node);
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > Number(wanted[1]) || (major === Number(wanted[1]) && minor >= Number(wanted[2]));
  if (!enough) fail(`Daily Papers needs Node ${wanted[0]} or newer; this is ${process.version}. https://nodejs.org/`);
}

/** True where npm's own record of what it installed names every package of the lock file, in the same version. */
function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  const locked = Object.entries(readJson('package-lock.json').packages);
  // Binaries of other systems are optional: npm leaves them out, and so does its record.
  return locked.every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : Boolean(optional || peer);
  });
}

function install() {
  console.log('Installing what package-lock.json says (npm ci) …');
  if (runNpm(['ci', '--no-audit', '--no-fund']) === 0 && isInstalled()) return;
  fail(
    'The packages could not be installed: npm says why above. Without a network run `npm ci` once where there is one;\n' +
      'behind a proxy or with a registry of your own, tell npm first: `npm config set proxy …`, `npm config set registry …`.',
  );
}

function prepare() {
  if (runNpm(['run', '--silent', 'prepare:generated']) !== 0) fail('The generated files could not be made: see above.');
}

function runScript() {
  if (!existsSync(join(ROOT, script))) fail(`${script} is missing: the clone is not complete.`);
  return run(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), script, ...args]);
}

/** npm as npm itself was started, or else the one on the PATH, which Windows only finds through a shell. */
function runNpm(npmArgs) {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return run(process.execPath, [npm, ...npmArgs]);
  return run('npm', npmArgs, { shell: process.platform === 'win32' });
}

function run(command, commandArgs, options = {}) {
  // Ctrl+C reaches the child as well: it closes its browser, and this process has to outlive that.
  process.on('SIGINT', () => {});
  const { status, error } = spawnSync(command, commandArgs, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
