import { describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import { createGeneralEngine, type KernelEngine, type OptimizerName } from '$lib/kernels';
import { readGeneralKernels } from '$lib/kernels/node';
import type { Loss } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { firstDigits } from '../digits';
import { distanceFrom, golden, goldenWeights, summariesOf } from './lenet1998';

/*
 * LeNet-5 as published in 1998, against a small case that an independent program computed in float64. The
 * tolerances are those of float32.
 */

const module = await readGeneralKernels();
const data = firstDigits(16, 3);
const kinds = ['F', 'sqrt'] as const;

async function engineFor(
  kind: (typeof kinds)[number],
  loss: Loss,
  optimizer: OptimizerName,
  j?: number,
): Promise<KernelEngine> {
  const network = { ...presetNetwork('lenet5-1998'), loss, ...(j !== undefined && { j }) };
  const normalization = normalizations.paper;
  const engine = await createGeneralEngine({ module, data, network, normalization, optimizer });
  engine.loadWeights(goldenWeights(kind));
  return engine;
}

const still = { lr: 0, momentum: 0, weightDecay: 0 };
const first = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);
const paper = { lr: 0.0005, mu: 0.02, momentum: 0, weightDecay: 0 };

/** Estimates curvature from the first digits; returns it. */
function curvatureOf(engine: KernelEngine, count: number) {
  for (const part of engine.estimateCurvature(first(count))) expect(part).toBeUndefined();
  return engine.curvature();
}

describe.each(kinds)('the network of 1998 from ±2.4 over %s of its inputs', (kind) => {
  const expected = golden.cases[kind];

  it.each(['mse', 'map'] as const)('%s: loss and gradients', async (loss) => {
    const engine = await engineFor(kind, loss, 'sgd');
    const found = engine.trainBatch(first(1), still);
    expect(Math.abs(found.loss / expected[loss].loss - 1)).toBeLessThan(1e-5);
    const gradients = engine.gradients();
    for (const [name, summary] of summariesOf(expected[loss].grad)) {
      expect(distanceFrom(gradients[name], summary), name).toBeLessThan(1e-5);
    }
  });

  it.each(['mse', 'map'] as const)('%s: h of every parameter', async (loss) => {
    const h = curvatureOf(await engineFor(kind, loss, 'sdlm'), 5);
    for (const [name, summary] of summariesOf(expected[loss].h_first5)) {
      expect(distanceFrom(h[name], summary), name).toBeLessThan(1e-5);
    }
  });

  it('map with a large j, where the wrong classes matter', async () => {
    const { j, loss, grad, h_first2 } = expected.map_large_j;
    const engine = await engineFor(kind, 'map', 'sdlm', j);
    const h = curvatureOf(engine, 2);
    for (const [name, summary] of summariesOf(h_first2)) {
      expect(distanceFrom(h[name], summary), name).toBeLessThan(1e-5);
    }
    const other = await engineFor(kind, 'map', 'sgd', j);
    expect(Math.abs(other.trainBatch(first(1), still).loss / loss - 1)).toBeLessThan(1e-5);
    const gradients = other.gradients();
    for (const [name, summary] of summariesOf(grad)) {
      expect(distanceFrom(gradients[name], summary), name).toBeLessThan(1e-5);
    }
  });

  // From ±2.4/F ten steps by the paper's μ are chaotic: rounding grows to 8e-3 in float32.
  it.each(['mse', 'map'] as const)('%s: weights after ten steps of one digit', async (loss) => {
    const { loss_before_each_update, weights } = expected[loss].sdlm10;
    const engine = await engineFor(kind, loss, 'sdlm');
    curvatureOf(engine, 5);
    const losses = [...first(10)].map(
      (digit) => engine.trainBatch(Uint32Array.of(digit), paper).loss,
    );
    const tolerance = kind === 'F' ? 5e-2 : 1e-5;
    losses.forEach((each, i) => {
      expect(Math.abs(each / loss_before_each_update[i] - 1)).toBeLessThan(tolerance);
    });
    const found = engine.weights();
    for (const [name, summary] of summariesOf(weights)) {
      expect(distanceFrom(found[name], summary), name).toBeLessThan(tolerance);
    }
  });
});

describe('steps of one digit', () => {
  it('the gradients of the last one are at hand, and looking at them changes no bit', async () => {
    const engine = await engineFor('sqrt', 'mse', 'sdlm');
    const other = await engineFor('sqrt', 'mse', 'sgd');
    engine.trainBatch(first(1), { ...paper, lr: 0 });
    other.trainBatch(first(1), still);
    expect(engine.gradients()).toEqual(other.gradients());
    const watched = await engineFor('sqrt', 'mse', 'sdlm');
    const alone = await engineFor('sqrt', 'mse', 'sdlm');
    for (let digit = 0; digit < 6; digit++) {
      watched.trainBatch(Uint32Array.of(digit), paper);
      watched.layerSizes();
      alone.trainBatch(Uint32Array.of(digit), paper);
    }
    expect(watched.weights()).toEqual(alone.weights());
  });

  it('a batch of two, a μ of nothing: refused', async () => {
    const engine = await engineFor('sqrt', 'mse', 'sdlm');
    expect(() => engine.trainBatch(first(2), paper)).toThrow(/one digit/);
    expect(() => engine.trainBatch(first(1), { ...paper, mu: 0 })).toThrow(/mu/);
    expect(() => engine.trainBatch(first(1), { ...paper, mu: NaN })).toThrow(/mu/);
  });

  it('go on from weights and h as they would have', async () => {
    const engine = await engineFor('sqrt', 'mse', 'sdlm');
    curvatureOf(engine, 5);
    for (let digit = 0; digit < 4; digit++) engine.trainBatch(Uint32Array.of(digit), paper);
    const other = await engineFor('sqrt', 'mse', 'sdlm');
    other.loadWeights(engine.weights());
    other.loadOptimizerState(engine.optimizerState());
    for (const each of [engine, other]) {
      for (let digit = 4; digit < 9; digit++) each.trainBatch(Uint32Array.of(digit), paper);
    }
    expect(other.weights()).toEqual(engine.weights());
    expect(other.optimizerState()).toEqual(engine.optimizerState());
  });
});
