import { execFileSync, spawn } from 'node:child_process';
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

/** Runs a command without showing anything; whether it went well, and all that it printed. Never throws. */
export function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
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
