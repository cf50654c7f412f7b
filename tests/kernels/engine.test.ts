import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import {
  createKernelEngine,
  fingerprint,
  fixedThreads,
  maximumShift,
  type KernelEngine,
  type KernelOptions,
} from '$lib/kernels';
import { readKernels, spawnNodeThread } from '$lib/kernels/node';
import { lenet5, manualSeed } from '$lib/nn';
import {
  defaultSettings,
  hyperparametersOf,
  numberRanges,
  ReferenceEngine,
  weightsOf,
} from '$lib/training';
import { firstDigits } from './digits';
import { createReference } from './reference';

const module = await readKernels();
const data = firstDigits(6400, 700);
const normalization = normalizations.usual;
const { weights, measure } = createReference(data.train, {
  activation: 'relu',
  pooling: 'max',
  normalization,
  seed: 0,
});
const rule = { lr: 0.01, momentum: 0.9, weightDecay: 5e-4 };

const engines: KernelEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.close()));

async function create(options: Partial<KernelOptions> = {}): Promise<KernelEngine> {
  const engine = await createKernelEngine({ module, data, normalization, ...options });
  engine.loadWeights(weights);
  engines.push(engine);
  return engine;
}

const from = (start: number, length: number) =>
  Uint32Array.from({ length }, (_, i) => (start + i) % data.train.count);

const bits = (engine: KernelEngine) => fingerprint(engine.weights());

describe('what a page shows of the network', () => {
  const splitOf = { train: data.train, test: data.test };
  const reference = new ReferenceEngine({ data: splitOf, normalize: 'usual', optimizer: 'sgd' });
  reference.loadWeights(weights);

  it('peaks over 40 digits, each layer → the reference engine’s', async () => {
    const engine = await create();
    const [found, expected] = [engine, reference].map((each) => each.evaluate('test', 5, 45).peaks);
    for (const layer of ['conv1', 'conv2', 'fc1', 'fc2'] as const) {
      expect(found[layer].length).toBe(expected[layer].length);
      found[layer].forEach((peak, unit) => expect(peak).toBeCloseTo(expected[layer][unit], 4));
    }
  });

  it('peaks over more digits than go through at once: the highest of all chunks', async () => {
    const engine = await create();
    const whole = engine.evaluate('test', 0, 700).peaks.fc1;
    const parts = [engine.evaluate('test', 0, 300), engine.evaluate('test', 300, 700)];
    whole.forEach((peak, unit) =>
      expect(peak).toBe(Math.max(...parts.map(({ peaks }) => peaks.fc1[unit]))),
    );
  });

  it('sizes of weights and gradients after a batch → the reference engine’s', async () => {
    const engine = await create();
    const still = { lr: 0, momentum: 0, weightDecay: 0 };
    engine.trainBatch(from(0, 16), still);
    reference.trainBatch(from(0, 16), still);
    const expected = reference.layerSizes();
    expect(expected.map(({ layer }) => layer)).toEqual(['conv1', 'conv2', 'fc1', 'fc2', 'fc3']);
    engine.layerSizes().forEach(({ layer, weight, gradient }, i) => {
      expect(layer).toBe(expected[i].layer);
      expect(weight / expected[i].weight).toBeCloseTo(1, 5);
      expect(gradient / expected[i].gradient).toBeCloseTo(1, 4);
    });
  });

  it('one parameter alone; an unknown one is refused', async () => {
    const engine = await create();
    expect(engine.parameter('conv2.bias')).toEqual(engine.weights()['conv2.bias']);
    expect(() => engine.parameter('conv9.bias')).toThrow(/unknown parameter: conv9.bias/);
    expect(() => reference.parameter('conv9.bias')).toThrow(/unknown parameter: conv9.bias/);
  });
});

describe('the same bits', () => {
  it.each(['sgd', 'adam'] as const)('%s on 1, 2, 3, 4 and 5 workers', async (optimizer) => {
    const found: string[] = [];
    for (const workers of [1, 2, 3, 4, 5]) {
      const engine = await create({
        ...{ optimizer, workers, spawn: spawnNodeThread },
        threads: fixedThreads(workers),
      });
      expect(engine.workers).toBe(workers);
      // 30 samples are four shards: fewer than the last crew.
      for (let step = 0; step < 6; step++) engine.trainBatch(from(30 * step, 30), rule);
      engine.evaluate('test', 0, 100);
      engine.trainBatch(from(200, 1), rule);
      found.push(bits(engine));
      engine.close();
    }
    expect(new Set(found).size).toBe(1);
  });

  it.each(['sgd', 'adam'] as const)('%s taken up from its saved state', async (optimizer) => {
    const unbroken = await create({ optimizer });
    for (let step = 0; step < 3; step++) unbroken.trainBatch(from(64 * step, 64), rule);
    const saved = { weights: unbroken.weights(), state: unbroken.optimizerState() };
    unbroken.trainBatch(from(192, 64), rule);

    const resumed = await create({ optimizer });
    resumed.loadWeights(saved.weights);
    resumed.loadOptimizerState(saved.state);
    resumed.trainBatch(from(192, 64), rule);
    expect(bits(resumed)).toBe(bits(unbroken));
  });
});

describe('batches', () => {
  it.each([1, 2, 7, 8, 9, 512, 513, 1030])('of %d: the mean of its samples', async (size) => {
    const engine = await create();
    const indices = from(17, size);
    const { loss, correct } = engine.trainBatch(indices, { ...rule, lr: 0 });
    const { losses, predicted } = engine.evaluate('train', 17, 17 + size);
    expect(loss).toBeCloseTo(losses.reduce((sum, each) => sum + each, 0) / size, 6);
    expect(correct).toBe(predicted.filter((p, i) => p === data.train.labels[17 + i]).length);
  });

  it('of 1,000, in two chunks: the gradient is the mean of those of its halves', async () => {
    const engine = await create();
    const still = { lr: 0, momentum: 0, weightDecay: 0 };
    const gradients = (start: number, size: number) => {
      engine.trainBatch(from(start, size), still);
      return engine.gradients();
    };
    const [whole, first, second] = [gradients(0, 1000), gradients(0, 500), gradients(500, 500)];
    for (const name of Object.keys(whole)) {
      const scale = whole[name].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      whole[name].forEach((value, i) => {
        const mean = (first[name][i] + second[name][i]) / 2;
        if (Math.abs(value - mean) > 2e-6 * scale) expect.fail(`${name}[${i}]: ${value}, ${mean}`);
      });
    }
  });

  it('whose digits are moved: the losses of the reference, also where ink leaves the sheet', async () => {
    const steps = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    // Ink all over, so that each row and column that goes or comes in counts.
    const inked = { ...data.train, images: data.train.images.map((byte, i) => byte | (i % 251)) };
    const splitOf = { train: inked, test: data.test };
    const engine = await create({ data: splitOf });
    const reference = new ReferenceEngine({ data: splitOf, normalize: 'usual', optimizer: 'sgd' });
    reference.loadWeights(weights);
    const still = { lr: 0, momentum: 0, weightDecay: 0 };
    for (const [n, right] of steps.entries()) {
      for (const down of steps) {
        const shifts = Int8Array.of(right, down);
        const expected = reference.trainBatch(from(n, 1), still, shifts).loss;
        const { loss } = engine.trainBatch(from(n, 1), still, shifts);
        expect(Math.abs(loss / expected - 1), `${right}, ${down}`).toBeLessThan(1e-5);
      }
    }
  });

  it('a digit moved and one not, one after the other: the second is where it was', async () => {
    const [moved, alone] = [await create(), await create()];
    const still = { lr: 0, momentum: 0, weightDecay: 0 };
    moved.trainBatch(from(3, 1), still, Int8Array.of(4, -4));
    expect(moved.trainBatch(from(3, 1), still)).toEqual(alone.trainBatch(from(3, 1), still));
  });

  it('a digit is moved by at most four pixels, as far as the settings allow', async () => {
    const engine = await create();
    expect(() => engine.trainBatch(from(0, 1), rule, Int8Array.of(0, 5))).toThrow(
      'trainInParts: invalid shift: expected ±4, got 5',
    );
    expect(bits(engine)).toBe(bits(await create()));
    expect(numberRanges.shift.maximum).toBeLessThanOrEqual(maximumShift);
  });
});

describe('evaluate', () => {
  it('gives each sample the loss that float64 gives it', async () => {
    const engine = await create();
    const { losses } = engine.evaluate('train', 3, 9);
    measure([3, 4, 5, 6, 7, 8]).losses.forEach((loss, i) => expect(losses[i]).toBeCloseTo(loss, 6));
  });

  it('is the same on any stretch of the test set, and changes nothing', async () => {
    const engine = await create({ workers: 2, spawn: spawnNodeThread });
    const before = bits(engine);
    const whole = engine.evaluate('test', 0, 700);
    const part = engine.evaluate('test', 600, 613);
    expect(part.losses).toEqual(whole.losses.slice(600, 613));
    expect(part.predicted).toEqual(whole.predicted.slice(600, 613));
    expect(bits(engine)).toBe(before);
  });
});

interface Run {
  readonly optimizer: 'sgd' | 'adam';
  readonly normalization: keyof typeof normalizations;
  readonly schedule: 'constant' | 'oneCycle';
  readonly losses: readonly number[];
}
const runs = JSON.parse(
  readFileSync(new URL('pytorch-losses.json', import.meta.url), 'utf8'),
) as Run[];
const pytorchRules = { sgd: rule, adam: { lr: 0.001, momentum: 0, weightDecay: 0 } };

describe('a hundred steps against PyTorch', () => {
  it.each(runs)('$optimizer, $normalization normalisation, $schedule rate', async (run) => {
    const { optimizer, schedule, losses } = run;
    const engine = await create({ optimizer, normalization: normalizations[run.normalization] });
    engine.loadWeights(weightsOf(lenet5(manualSeed(1))));
    const settings = { ...defaultSettings, ...pytorchRules[optimizer], optimizer, schedule };
    const ruleAt = hyperparametersOf(settings, losses.length);
    const distances = losses.map((expected, step) => {
      const { loss } = engine.trainBatch(from(8 * step, 8), ruleAt(step));
      return Math.abs(loss / expected - 1);
    });
    expect(Math.max(...distances)).toBeLessThan(1e-4);
  });
});

describe('weights', () => {
  it('come back as they were loaded', async () => {
    expect((await create()).weights()).toEqual(weights);
  });

  it('of another length are refused, and nothing changes', async () => {
    const engine = await create();
    const wrong = { ...weights, 'fc2.bias': new Float64Array(83) };
    expect(() => engine.loadWeights(wrong)).toThrow(
      'loadWeights: invalid fc2.bias: expected 84 values for [84], got 83',
    );
    expect(engine.weights()).toEqual(weights);
  });

  it('that are missing or unknown are named', async () => {
    const engine = await create();
    expect(() => engine.loadWeights({ 'fc4.bias': new Float64Array(1) })).toThrow(
      'loadWeights: unknown parameter: fc4.bias',
    );
    expect(() => engine.loadWeights({})).toThrow('loadWeights: missing parameter: conv1.weight');
  });

  it('that are not numbers give a loss that is none', async () => {
    const engine = await create();
    const broken = weights['fc1.weight'].map(() => NaN);
    engine.loadWeights({ ...weights, 'fc1.weight': broken });
    expect(engine.trainBatch(from(0, 16), rule).loss).toBeNaN();
  });
});
