import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchDigits } from './digits';
import { benchNetworks, type BenchNetwork } from './networks';

/** One entry of the comparison. */
export interface Entry {
  readonly name: string;
  readonly command: readonly string[];
  /** What it is compared with: PyTorch on the same network. */
  readonly network: BenchNetwork;
  readonly isPyTorch?: boolean;
}

const script = (name: string) => fileURLToPath(new URL(`contestants/${name}`, import.meta.url));
const node = (name: string, ...args: string[]) => [
  process.execPath,
  ...['--import', 'tsx', script(name)],
  ...args,
];

/** A Python that has PyTorch, the first of those that are tried: Debian's may stand behind another. */
function pythonWithTorch(): string {
  const hasTorch = (python: string) =>
    spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;
  return ['python3', '/usr/bin/python3'].find(hasTorch) ?? 'python3';
}

/** Who takes part. PyTorch reads the digits from files of bytes. */
export function field(): Entry[] {
  const folder = mkdtempSync(join(tmpdir(), 'lenet5-bench-'));
  const { images, labels } = benchDigits().train;
  const [pixels, classes] = [join(folder, 'pixels'), join(folder, 'labels')];
  writeFileSync(pixels, images);
  writeFileSync(classes, labels);
  const python = pythonWithTorch();
  const threadsOf = (threads: number) => (threads === 1 ? '1 thread' : `${threads} threads`);
  const pytorch = (network: BenchNetwork): Entry[] => {
    const description = join(folder, `${network}.json`);
    writeFileSync(description, JSON.stringify(benchNetworks[network].network));
    return [1, 2].map((threads) => ({
      name: `PyTorch, ${threadsOf(threads)}`,
      command: [python, script('pytorch.py'), pixels, classes, String(threads), description],
      network,
      isPyTorch: true,
    }));
  };
  const both = (network: BenchNetwork): Entry[] => [
    ...[1, 2].map((threads) => ({
      name: `this project, Node, ${threadsOf(threads)}`,
      command: node('kernels.ts', String(threads), network),
      network,
    })),
    ...pytorch(network),
  ];
  const modern = (name: string, command: readonly string[]): Entry => ({
    name,
    command,
    network: 'modern',
  });
  return [
    modern('this project, Node, 1 thread', node('kernels.ts', '1', 'modern')),
    modern('this project, Node, 2 threads', node('kernels.ts', '2', 'modern')),
    modern('this project, Chromium, 1 thread', node('chromium.ts', '1')),
    modern('this project, Chromium, 2 threads', node('chromium.ts', '2')),
    modern('its kernels for any network, 1 thread', node('kernels.ts', '1', 'modern', 'general')),
    ...pytorch('modern'),
    modern('the reference network', node('reference.ts')),
    modern('ConvNetJS', node('convnetjs.js')),
    modern('TensorFlow.js, cpu', node('tfjs.js')),
    ...both('general'),
    ...both('lenet1'),
    ...both('d2l'),
    ...both('residual20'),
  ];
}
