import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const oldestNode = [20, 19];

/** Runs a command, showing what it prints; throws where it fails. */
export function run(command, args, options = {}) {
  execFileSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
}

/** Ends with a sentence where this Node is too old, and installs the packages where they are missing. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    console.error(`This needs Node ${oldestNode.join('.')} or later; here is ${process.version}.`);
    process.exit(1);
  }
  const installed = 'node_modules/.package-lock.json';
  const upToDate =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (!upToDate) run('npm', ['ci', '--include=dev', '--prefer-offline']);
}
