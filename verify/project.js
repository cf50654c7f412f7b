/**
 * Runs exported PyTorch projects: the state dict loads strictly, PyTorch reads as many of the test digits right as the
 * notebook, the losses of the first batches are equal within 1e-4, and two processes have the losses of one within
 * rounding and equal weights; the notebook runs and the ONNX model passes onnx's check. Skipped where Python has no torch.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inNewFolder, mnistFolder, pythonWith, run, skip } from './python.js';

const python = pythonWith('torch') ?? skip('no Python with torch');
const root = fileURLToPath(new URL('..', import.meta.url));
const oneThread = { OMP_NUM_THREADS: '1' };
const data = ['--data', mnistFolder];
const checkFormats = fileURLToPath(new URL('formats.py', import.meta.url));

/** Presets that are trained here, beside the weights that come with the project. */
const networks = ['lenet5-padded', 'no-border', 'd2l', 'lenet1', 'lenet4', 'residual20', 'plain20'];
const exported = [
  ['trained', '--weights', 'trained'],
  ['mini', '--weights', 'mini'],
  ...networks.map((network) => [network, '--weights', 'fresh', '--network', network]),
];

/** The losses that `train.py` prints, by step. */
const lossesOf = (text) =>
  [...text.matchAll(/step (\d+): loss ([\d.]+)/g)].map(([, step, loss]) => [
    Number(step),
    Number(loss),
  ]);

function checkProcesses(folder) {
  const few = ['train.py', '--steps', '20', '--log', '1', ...data];
  const one = lossesOf(run(python, [...few, '--out', 'one.safetensors'], folder, oneThread));
  const torchrun = ['-m', 'torch.distributed.run', '--nproc_per_node=2', '-r', '1', '-t', '1'];
  const { stdout, stderr, status } = spawnSync(python, [...torchrun, ...few], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...oneThread },
  });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /all processes hold the same weights/);
  const two = lossesOf(stdout);
  assert.equal(two.length, 20);
  two.forEach(([step, loss], at) => {
    assert.equal(step, one[at][0]);
    assert.ok(Math.abs(loss - one[at][1]) < 1e-5, `step ${step}: ${loss} and ${one[at][1]}`);
  });
}

for (const [name, ...options] of exported) {
  await inNewFolder((folder) => {
    run('npm', ['run', '--silent', 'export', '--', ...options, '--to', folder], root);
    const { result } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    const tested = run(python, ['train.py', '--test', ...data], folder, oneThread);
    assert.match(tested, new RegExp(`^${result.correct} of ${result.count} right`));
    const compared = run(python, ['train.py', '--compare', ...data], folder, oneThread);
    if (name === 'trained') checkProcesses(folder);
    const formats = run(python, [checkFormats, folder, mnistFolder], folder, oneThread);
    console.log(formats.match(/^(lenet5.ipynb|model.onnx|skipped).*$/gm).join(', '));
    console.log(`${name}: ${tested.trim()}, ${compared.trim().split('\n').at(-1)}`);
  });
}
