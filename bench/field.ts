import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchDigits } from './digits';

/** One entry of the comparison. */
export interface Entry {
  readonly name: string;
  readonly command: readonly string[];
  /** What it is compared with: PyTorch on the same network. */
  readonly network: 'modern' | 'general';
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
  const pytorch = (threads: number, network: Entry['network']): Entry => ({
    name: `PyTorch, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
    command: [python, script('pytorch.py'), pixels, classes, String(threads), network],
    network,
    isPyTorch: true,
  });
  const modern = (name: string, command: readonly string[]): Entry => ({
    name,
    command,
    network: 'modern',
  });
  return [
    modern('this project, Node, 1 thread', node('kernels.ts', '1')),
    modern('this project, Node, 2 threads', node('kernels.ts', '2')),
    modern('this project, Chromium, 1 thread', node('chromium.ts', '1')),
    modern('this project, Chromium, 2 threads', node('chromium.ts', '2')),
    pytorch(1, 'modern'),
    pytorch(2, 'modern'),
    modern('the reference network', node('reference.ts')),
    modern('ConvNetJS', node('convnetjs.js')),
    modern('TensorFlow.js, cpu', node('tfjs.js')),
    {
      name: 'this project, Node, 1 thread',
      command: node('kernels.ts', '1', 'general'),
      network: 'general',
    },
    pytorch(1, 'general'),
    pytorch(2, 'general'),
  ];
}
