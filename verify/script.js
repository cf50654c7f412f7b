/**
 * Runs `static/lenet5.py` with PyTorch and torchvision on MNIST, cut to one epoch: it must end with more than 95% of
 * the test digits right. Skipped where Python has no torchvision.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inNewFolder, linkMnist, pythonWith, run, skip } from './python.js';

const python = pythonWith('torch', 'torchvision') ?? skip('no Python with torchvision');
const script = readFileSync(new URL('../static/lenet5.py', import.meta.url), 'utf8');
assert.match(script, /range\(5\)/);

await inNewFolder((folder) => {
  linkMnist(join(folder, 'data/MNIST/raw'));
  writeFileSync(join(folder, 'lenet5.py'), script.replace('range(5)', 'range(1)'));
  const printed = run(python, ['lenet5.py'], folder, { OMP_NUM_THREADS: '1' });
  const [, percent] = /^epoch 1: loss [\d.]+, test ([\d.]+)%$/m.exec(printed) ?? [];
  assert.ok(Number(percent) > 95, `expected more than 95% right, got: ${printed}`);
  console.log(`lenet5.py: ${printed.trim()}`);
});
