import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. Tests and documents are not. */
const SOURCES = [
  'components',
  'entrypoints',
  'lib',
  'public',
  'manifest.config.ts',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];
/** Made anew by every check, from a grammar that is a source itself. */
const GENERATED = /\.generated\.(js|d\.ts)$/;

/**
 * Why the build in `folder` is not one of the sources in `root`, in words: it is missing, or a source was written
 * after it. Nothing where it is up to date.
 */
export function findBuildProblem(folder: string, root = '.'): string | undefined {
  const manifest = join(root, folder, 'manifest.json');
  if (!existsSync(manifest)) return `There is no build in ${folder}.`;
  const builtAt = statSync(manifest).mtimeMs;
  const newer = SOURCES.flatMap((source) => listFiles(root, source)).find(
    (file) => !GENERATED.test(file) && statSync(join(root, file)).mtimeMs > builtAt,
  );
  return newer && `The build in ${folder} is older than ${newer}.`;
}

/** Files below `path`, or `path` itself, relative to `root`; none where it does not exist. */
function listFiles(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => listFiles(root, join(path, name)));
}
