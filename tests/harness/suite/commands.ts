import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Counts, countReport, ONE_FAILED, ONE_PASSED, type VitestReport } from './counts';

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * A stage that runs out of this is hung: a browser that never answers must not hold the whole run. Far more than the longest
 * takes, for on a busy machine, or with midnight to wait for, all of its tests would fail with it.
 */
const STAGE_TIMEOUT_MS = 45 * 60_000;

export interface RunOptions {
  /** Others come first where processors are few. */
  yields?: boolean;
}

/** Runs a command in the project's root with its output shown; its exit code, 1 where it could not start. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}, options: RunOptions = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      timeout: STAGE_TIMEOUT_MS,
    });
    // Before it starts workers of its own: they begin with what it has then.
    if (options.yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on('exit', (code, signal) => {
      if (signal) console.error(`${command} was ended by ${signal}.`);
      done(code ?? 1);
    });
  });
}

/** Runs the script of an installed package, e.g. `wxt/bin/wxt.mjs`, without a shell or npx in between. */
export function runTool(
  bin: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  options: RunOptions = {},
): Promise<number> {
  return run(process.execPath, [join(ROOT, 'node_modules', bin), ...args], env, options);
}

/** Several commands that are one check together: the first that fails ends it. */
export async function checkAll(...steps: (() => Promise<number>)[]): Promise<Counts> {
  for (const step of steps) if ((await step()) !== 0) return ONE_FAILED;
  return ONE_PASSED;
}

/** Runs vitest and counts its tests by its own report. Without a report (it crashed) the stage is one failure. */
export async function runVitest(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  options: RunOptions = {},
): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'daily-papers-report-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...args], env, options);
    const counts = countReport(JSON.parse(await readFile(report, 'utf8')) as VitestReport);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    console.error(`No report of the tests: ${String(error)}`);
    return ONE_FAILED;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
