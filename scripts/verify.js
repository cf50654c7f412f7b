import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.js';
import { endWithReader } from './pipe.js';

/*
 * The checks that need large tools: each file of `verify`, but the shared ones, is a program of its own. It ends with 0 where all is
 * well, prints a line that begins with `skipped:` and its reason where a tool is missing, and fails otherwise.
 * `npm run verify`, or `npm run verify -- project onnx` for some of them.
 */
endWithReader();
process.chdir(new URL('..', import.meta.url).pathname);
ensureInstalled();

const folder = 'verify';
/** Not a check: what some of them share. */
const helpers = ['python', 'browser'];
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.replace(/\.js$/, ''))
  .filter((name) => !helpers.includes(name))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no check named ${unknown.join(', ')}: there are ${all.join(', ')}.`);
  process.exit(1);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n— ${name}`);
  const { status, stdout } = spawnSync(process.execPath, [join(folder, `${name}.js`)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  process.stdout.write(stdout);
  if (status !== 0) counts.failed += 1;
  else counts[/^skipped: /m.test(stdout) ? 'skipped' : 'passed'] += 1;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
