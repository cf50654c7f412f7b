import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  crossEntropy,
  crossEntropyInputGrad,
  lenet5,
  manualSeed,
  softmax,
  tensor,
  traceSample,
  type Sequential,
  type Tensor,
} from '$lib/nn';
import { adam, Optimizer, sgd } from '$lib/optim';
import { distance, golden, testDigit, type Summary } from '../golden/read';

interface Steps {
  readonly losses: readonly number[];
  readonly parameters: Record<string, Summary>;
}

interface Precision {
  readonly samples: { digit: number; label: number; tensors: Record<string, Summary> }[];
  readonly sgd: Steps;
  readonly adam: Steps;
}

interface NetworkFile {
  readonly initial: Record<string, Summary & { sha256: string }>;
  readonly float32: Precision;
  readonly float64: Precision;
}

const seeds = [0, 1].map((seed) => ({
  seed,
  file: golden<NetworkFile>(`lenet5-seed${seed}.json`),
}));

const precisions = [
  { precision: 'float32', tolerance: 1e-5 },
  { precision: 'float64', tolerance: 1e-10 },
] as const;

const cases = seeds.flatMap((each) => precisions.map((precision) => ({ ...each, ...precision })));

describe('lenet5', () => {
  it.each(seeds)('seed $seed → PyTorch’s initial weights to the bit', ({ seed, file }) => {
    const parameters = lenet5(manualSeed(seed)).parameters();
    expect([...parameters.keys()]).toEqual(Object.keys(file.initial));
    for (const [name, { value }] of parameters) {
      const bytes = new Uint8Array(Float32Array.from(value.data).buffer);
      expect
        .soft(createHash('sha256').update(bytes).digest('hex'), name)
        .toBe(file.initial[name].sha256);
      expect
        .soft(
          value.data.every((weight) => weight === Math.fround(weight)),
          name,
        )
        .toBe(true);
    }
  });

  it('has 61,706 parameters', () => {
    const sizes = [...lenet5(manualSeed(0)).parameters().values()].map(
      ({ value }) => value.data.length,
    );
    expect(sizes).toEqual([150, 6, 2400, 16, 48000, 120, 10080, 84, 840, 10]);
    expect(sizes.reduce((total, size) => total + size, 0)).toBe(61_706);
  });

  it.each(cases)(
    'seed $seed, eight digits → activations, loss and gradients of PyTorch in $precision',
    ({ seed, file, precision, tolerance }) => {
      const network = lenet5(manualSeed(seed));
      for (const { digit, label, tensors } of file[precision].samples) {
        const trace = traceSample(network, testDigit(digit), label);
        for (const [name, summary] of Object.entries(tensors)) {
          const actual = trace.tensors.get(name);
          expect
            .soft(actual && distance(actual, summary), `digit ${digit}, ${name}`)
            .toBeLessThan(tolerance);
        }
        const traced = [...trace.tensors.keys()].filter((name) => !(name in tensors));
        expect(traced).toEqual(['label', ...trace.parameters]);
      }
    },
  );

  it.each(cases)(
    'seed $seed, three steps on the batch of eight → weights of PyTorch in $precision',
    ({ seed, file, precision, tolerance }) => {
      const { samples } = file[precision];
      const images = batch(samples.map(({ digit }) => testDigit(digit)));
      const labels = samples.map(({ label }) => label);
      const rules = {
        sgd: sgd({ lr: 0.05, momentum: 0.9, weightDecay: 5e-4 }),
        adam: adam({ lr: 1e-3 }),
      };
      for (const [kind, rule] of Object.entries(rules)) {
        const expected = file[precision][kind as keyof typeof rules];
        const network = lenet5(manualSeed(seed));
        const optimizer = new Optimizer(network.parameters(), rule);
        for (const loss of expected.losses) {
          const actual = trainOnce(network, optimizer, images, labels);
          expect.soft(Math.abs(actual / loss - 1), `${kind} loss`).toBeLessThan(tolerance);
        }
        for (const [name, { value }] of network.parameters()) {
          const off = distance(value, expected.parameters[name]);
          expect.soft(off, `${kind} ${name}`).toBeLessThan(tolerance);
        }
      }
    },
  );
});

function batch(images: readonly Tensor[]): Tensor {
  return tensor(
    [images.length, ...images[0].shape.slice(1)],
    images.flatMap(({ data }) => [...data]),
  );
}

/** One update on the mean loss of the batch; returns the loss before it. */
function trainOnce(
  network: Sequential,
  optimizer: Optimizer,
  images: Tensor,
  labels: readonly number[],
): number {
  network.zeroGrad();
  const logits = network.forward(images);
  network.backward(crossEntropyInputGrad(softmax(logits), labels));
  optimizer.step();
  return crossEntropy(logits, labels).data[0];
}
