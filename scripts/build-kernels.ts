/**
 * Compiles src/lib/kernels/assembly to src/lib/kernels/build/kernels.wasm, unless that is up to date:
 * the file beside it holds the hash of all that decided it.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../src/lib/kernels/', import.meta.url));
const source = join(folder, 'assembly');
const target = join(folder, 'build', 'kernels.wasm');

const options = [
  ...['-O3', '--noAssert', '--converge', '--runtime', 'stub', '--enable', 'simd,threads'],
  // One memory for all workers: 96 pages without data, 1,024 with all of MNIST.
  ...['--importMemory', '--sharedMemory', '--initialMemory', '96', '--maximumMemory', '1024'],
  // The host never sees the vectors that one file exports to another.
  ...['--disableWarning', '112'],
];

const files = readdirSync(source)
  .filter((name) => name.endsWith('.ts'))
  .sort();

function key(): string {
  const hash = createHash('sha256').update(JSON.stringify([asc.version, options]));
  for (const name of files) hash.update(name).update(readFileSync(join(source, name)));
  return hash.digest('hex');
}

async function compile(): Promise<void> {
  const outFile = `${target}.new`;
  const { error, stderr } = await asc.main([join(source, 'index.ts'), ...options, '-o', outFile]);
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  // A dev server may be reading the file: it sees the old one or the new one, never a half.
  renameSync(outFile, target);
}

const wanted = key();
const keyFile = `${target}.key`;
if (!existsSync(target) || !existsSync(keyFile) || readFileSync(keyFile, 'utf8') !== wanted) {
  mkdirSync(join(folder, 'build'), { recursive: true });
  await compile();
  writeFileSync(keyFile, wanted);
  // To the error stream: this runs before scripts whose output is read by others.
  console.error(`src/lib/kernels/build/kernels.wasm: ${readFileSync(target).length} bytes`);
}
