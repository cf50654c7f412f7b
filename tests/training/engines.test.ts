import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { firstSamples, normalizations, type Split } from '$lib/data';
import { createGeneralEngine, createKernelEngine, fingerprint, wholeBatch } from '$lib/kernels';
import { readGeneralKernels, readKernels } from '$lib/kernels/node';
import { createSession, parameterShapes, ReferenceEngine, startingWeights } from '$lib/training';
import {
  defaultSettings,
  runFromWeights,
  type Engine,
  type Report,
  type RunStore,
} from '$lib/training';
import { reportSchema } from '$lib/training/protocol';
import { pytorchNames, lenet5Network } from '$lib/network';
import { manualSeed } from '$lib/nn';
import { readMini } from '../data/mnist-source';
import { memoryStore } from './memory-store';
import { memoryTabs } from './memory-tabs';

/*
 * What every engine promises, whatever it computes with. Above all that a call leaves nothing behind
 * for the next: each is compared with a fresh engine that was never asked for anything else.
 */

const [module, general] = [await readKernels(), await readGeneralKernels()];
const mini = readMini();
const data = { train: firstSamples(mini.train, 600), test: firstSamples(mini.test, 80) };

const few = { train: firstSamples(mini.train, 30), test: firstSamples(mini.test, 20) };

const weights = startingWeights(defaultSettings, manualSeed(4));
/** The same weights, so many times as large. */
const scaled = (factor: number): Record<string, Float64Array> =>
  Object.fromEntries(
    Object.entries(weights).map(([name, values]) => [name, values.map((each) => each * factor)]),
  );
const all = (value: number): Record<string, Float64Array> =>
  Object.fromEntries(
    [...parameterShapes()].map(([name, shape]) => [
      name,
      new Float64Array(shape.reduce((product, axis) => product * axis, 1)).fill(value),
    ]),
  );
const rule = { lr: 0.01, momentum: 0.9, weightDecay: 1e-3 };
const still = { lr: 0, momentum: 0, weightDecay: 0 };
/** Weights and optimiser, to compare: equal where all their bits are. */
function bits(engine: Engine): Record<string, unknown> {
  const { step, firstMoment, secondMoment } = engine.optimizerState();
  const [weights, first, second] = [engine.weights(), firstMoment, secondMoment].map(fingerprint);
  return { step, weights, first, second };
}
const range = (from: number, to: number) =>
  Uint32Array.from({ length: to - from }, (_, i) => from + i);

const names = pytorchNames(lenet5Network().layers);

/** The rules that every engine knows. */
type UsualOptimizer = 'sgd' | 'adam';

const makers: Record<string, (optimizer: UsualOptimizer, digits?: Split) => Promise<Engine>> = {
  kernels: async (optimizer, digits = data) =>
    createKernelEngine({ module, data: digits, optimizer, normalization: normalizations.usual }),
  general: async (optimizer, digits = data) =>
    createGeneralEngine({
      ...{ module: general, data: digits, optimizer, normalization: normalizations.usual },
      network: lenet5Network(),
      nameOf: (layer) => names.get(layer) ?? layer,
    }),
  reference: async (optimizer, digits = data) =>
    new ReferenceEngine({ data: digits, normalize: 'usual', optimizer }),
};

/** More digits than go through at once. */
const large: Record<string, number> = { kernels: 520, general: 520, reference: 66 };

describe.each(Object.entries(makers))('%s', (name, make) => {
  const many = range(0, large[name]);
  async function fresh(optimizer: UsualOptimizer = 'sgd', from = weights): Promise<Engine> {
    const engine = await make(optimizer);
    engine.loadWeights(from);
    return engine;
  }
  const train = (engine: Engine, ...batch: Parameters<Engine['trainInParts']>) =>
    wholeBatch(engine.trainInParts(...batch));

  it('after a batch of moved digits it measures the digits where they are', async () => {
    const [engine, other] = [await fresh(), await fresh()];
    train(engine, range(0, 30), still, new Int8Array(60).fill(4));
    expect(engine.evaluate('test', 0, 30)).toEqual(other.evaluate('test', 0, 30));
    expect(engine.evaluate('train', 0, 30)).toEqual(other.evaluate('train', 0, 30));
  });

  it('after a batch of moved digits the next batch is not moved', async () => {
    const [engine, other] = [await fresh(), await fresh()];
    train(engine, range(0, 30), still, new Int8Array(60).fill(-3));
    expect(train(engine, range(0, 30), still)).toEqual(train(other, range(0, 30), still));
  });

  it.each(['sgd', 'adam'] as const)(
    '%s: loaded weights begin without a past',
    async (optimizer) => {
      const [engine, other] = [await fresh(optimizer), await fresh(optimizer)];
      for (let step = 0; step < 3; step++) train(engine, range(20 * step, 20 * step + 20), rule);
      engine.loadWeights(weights);
      expect(engine.optimizerState().step).toBe(0);
      train(engine, range(100, 120), rule);
      train(other, range(100, 120), rule);
      expect(bits(engine)).toEqual(bits(other));
    },
  );

  it('weights of NaN, a batch, and good weights again: as if nothing had been', async () => {
    const [engine, other] = [await fresh('adam', all(NaN)), await fresh('adam')];
    expect(train(engine, range(0, 40), rule).loss).toBeNaN();
    engine.evaluate('test', 0, 40);
    engine.loadWeights(weights);
    expect(train(engine, range(0, 40), rule)).toEqual(train(other, range(0, 40), rule));
    expect(bits(engine)).toEqual(bits(other));
    expect(engine.evaluate('test', 0, 40)).toEqual(other.evaluate('test', 0, 40));
  });

  it('a large batch before a small one leaves nothing behind', async () => {
    const [engine, other] = [await fresh(), await fresh()];
    train(engine, many, rule);
    engine.loadWeights(weights);
    expect(train(engine, range(3, 5), rule)).toEqual(train(other, range(3, 5), rule));
    expect(bits(engine)).toEqual(bits(other));
  });

  it('a test between two batches changes no bit', async () => {
    const [engine, other] = [await fresh('adam'), await fresh('adam')];
    train(engine, range(0, 20), rule);
    engine.evaluate('test', 3, 70);
    train(engine, range(20, 40), rule);
    train(other, range(0, 20), rule);
    train(other, range(20, 40), rule);
    expect(bits(engine)).toEqual(bits(other));
  });

  it('a batch that is left after some of its parts has changed nothing', async () => {
    const [engine, other] = [await fresh('adam'), await fresh('adam')];
    const parts = engine.trainInParts(many, rule);
    expect(parts.next().done).toBe(false);
    expect(bits(engine)).toEqual(bits(other));
    engine.loadWeights(weights);
    train(engine, range(50, 60), rule);
    train(other, range(50, 60), rule);
    expect(bits(engine)).toEqual(bits(other));
  });

  it('a batch in parts: the mean of its digits', async () => {
    const engine = await fresh();
    const { loss, correct } = train(engine, many, still);
    const { losses, predicted } = engine.evaluate('train', 0, many.length);
    expect(loss).toBeCloseTo(losses.reduce((sum, each) => sum + each, 0) / many.length, 5);
    expect(correct).toBe(predicted.filter((p, i) => p === data.train.labels[i]).length);
  });

  it('all scores equal: the first class is taken', async () => {
    const engine = await fresh('sgd', all(0));
    expect([...engine.evaluate('test', 0, 5).predicted]).toEqual([0, 0, 0, 0, 0]);
    const labels = data.train.labels.subarray(0, 50);
    expect(train(engine, range(0, 50), still).correct).toBe(labels.filter((l) => l === 0).length);
  });

  it.each([NaN, 1e38, -1e38])('weights × %d: a digit is one of ten', async (factor) => {
    const engine = await fresh('sgd', scaled(factor));
    const { losses, predicted, peaks } = engine.evaluate('test', 0, 20);
    expect([...predicted].every((digit) => digit < 10)).toBe(true);
    expect([...losses].some((loss) => !(loss < 1e30))).toBe(true);
    expect(Object.values(peaks).flatMap((each) => [...each])).not.toContain(NaN);
  });

  it('the peaks of one digit are its own, unit by unit and wherever they lie', async () => {
    const [engine, reference] = [await fresh(), await makers.reference('sgd')];
    reference.loadWeights(weights);
    for (let digit = 0; digit < 20; digit++) {
      const [found, expected] = [engine, reference].map(
        (each) => each.evaluate('test', digit, digit + 1).peaks,
      );
      for (const layer of ['conv1', 'conv2', 'fc1', 'fc2'] as const) {
        found[layer].forEach((peak, unit) => expect(peak).toBeCloseTo(expected[layer][unit], 4));
      }
    }
  });

  describe('a run from weights that cannot be trained', () => {
    async function reportsFrom(factor: number): Promise<{ reports: Report[]; store: RunStore }> {
      const store = memoryStore();
      const settings = { ...defaultSettings, epochs: 1 };
      const { record, checkpoint } = runFromWeights('a', 0, settings, scaled(factor));
      await store.add(record, checkpoint);
      const reports: Report[] = [];
      let time = 0;
      const hear = createSession({
        load: async () => few,
        createEngine: async () => ({ engine: await make('sgd', few), kind: 'kernels' }),
        store,
        tabs: memoryTabs(),
        newId: () => 'keeper',
        now: () => (time += 15),
        date: () => 0,
        pause: async () => {},
      });
      const resume = { type: 'resume', id: 'a', workers: 1, pace: 'full', base: '/' } as const;
      await hear(resume, (report) => reports.push(report));
      return { reports, store };
    }

    it.each([1e38, -1e38])('× %d: it ran away, and every report can be read', async (factor) => {
      const { reports, store } = await reportsFrom(factor);
      for (const report of reports) expect(v.is(reportSchema, report)).toBe(true);
      const over = reports.find(({ type }) => type === 'diverged');
      expect(over).toMatchObject({ epoch: 0, step: 0 });
      const { checkpoint } = await store.load('a');
      expect(checkpoint.weights['fc3.bias']).toEqual(scaled(factor)['fc3.bias']);
    });

    it('zeros: it trains, and every report can be read', async () => {
      const { reports } = await reportsFrom(0);
      for (const report of reports) expect(v.is(reportSchema, report)).toBe(true);
      expect(reports.map(({ type }) => type)).toContain('finished');
    });
  });
});
