/**
 * Compiles src/lib/kernels/assembly to src/lib/kernels/build/: kernels.wasm, the fused LeNet-5, and
 * general.wasm, any other network; unless they are up to date: the file beside each holds the hash of all
 * that decided it.
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

const shared = [
  ...['-O3', '--noAssert', '--converge', '--runtime', 'stub', '--enable', 'simd,threads'],
  '--importMemory',
  '--sharedMemory',
  // The host never sees the vectors that one file exports to another.
  ...['--disableWarning', '112'],
];
const pages = (initial: number, maximum: number) => [
  ...['--initialMemory', String(initial), '--maximumMemory', String(maximum)],
];

/** One memory for all workers. */
const targets = [
  // 96 pages without data, 1,024 with all of MNIST.
  { name: 'kernels', source: 'assembly/index.ts', options: [...shared, ...pages(96, 1024)] },
  // As much as a network takes, up to 2 GB.
  {
    name: 'general',
    source: 'assembly/general/index.ts',
    options: [...shared, ...pages(2, 32768)],
  },
];

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^assembly\/.*\.ts$/.test(name) || name === 'general/fields.ts')
  .sort();

function key(options: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([asc.version, options]));
  for (const name of sources) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

async function compile(source: string, options: readonly string[], target: string): Promise<void> {
  const outFile = `${target}.new`;
  const { error, stderr } = await asc.main([join(folder, source), ...options, '-o', outFile]);
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  // A dev server may be reading the file: it sees the old one or the new one, never a half.
  renameSync(outFile, target);
}

for (const { name, source, options } of targets) {
  const target = join(folder, 'build', `${name}.wasm`);
  const keyFile = `${target}.key`;
  const wanted = key(options);
  if (existsSync(target) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === wanted)
    continue;
  mkdirSync(join(folder, 'build'), { recursive: true });
  await compile(source, options, target);
  writeFileSync(keyFile, wanted);
  // To the error stream: this runs before scripts whose output is read by others.
  console.error(`src/lib/kernels/build/${name}.wasm: ${readFileSync(target).length} bytes`);
}
