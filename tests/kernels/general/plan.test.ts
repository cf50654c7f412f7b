import { describe, expect, it } from 'vitest';
import { planProblem } from '$lib/kernels';
import type { Layer, Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { planNetwork } from '../../../src/lib/kernels/general/plan';
import { act, conv, linear, network, networks, pool } from './networks';

const options = { head: 0x10000, workers: 3, batchSize: 64 };

describe('a plan', () => {
  it.each(Object.entries(networks))('%s: no two tables share a byte', (_, each) => {
    const { words, end } = planNetwork(each, options);
    const spans = words
      .map(({ address, values }) => [address, address + 4 * values.length])
      .sort(([a], [b]) => a - b);
    spans.forEach(([from, to], i) => {
      expect(from % 4).toBe(0);
      expect(to).toBeLessThanOrEqual(i + 1 < spans.length ? spans[i + 1][0] : end);
    });
  });

  it('has a number of its own for every float of every parameter', () => {
    for (const each of Object.values(networks)) {
      const { places, bytes } = planNetwork(each, options).parameters;
      const taken = new Set<number>();
      for (const { shape, offset, floatAt, bytes: own } of places.values()) {
        const size = shape.reduce((product, axis) => product * axis, 1);
        for (let i = 0; i < size; i++) {
          if (!(floatAt(i) * 4 < own)) expect.fail(`float ${i} of [${shape.join(', ')}]`);
          taken.add(offset / 4 + floatAt(i));
        }
      }
      const sizes = [...places.values()].map(({ shape }) => shape.reduce((a, b) => a * b, 1));
      expect(taken.size).toBe(sizes.reduce((a, b) => a + b, 0));
      for (const at of taken) if (!(at < bytes / 4)) expect.fail(`${at}`);
    }
  });

  it('keeps a whole batch only where it is normalised', () => {
    const capacities = ['d2l’s LeNet', 'residual, 20 layers, normalised'].map(
      (name) => planNetwork(networks[name], { ...options, batchSize: 1001 }).capacity,
    );
    expect(capacities).toEqual([512, 1008]);
  });

  it('a batch that does not fit into a gigabyte → why', () => {
    const large = { ...options, batchSize: 60_000 };
    expect(() => planNetwork(networks['residual, 20 layers, normalised'], large)).toThrow(
      /"code":"memory"/,
    );
  });
});

describe('a network that there is no plan of, and why', () => {
  const chain = (...layers: Layer[]): Network =>
    network(Object.fromEntries(layers.map((layer, i) => [`l${i}`, layer])));
  const cases: [string, Network, unknown][] = [
    [
      'three channels',
      { ...chain(linear(10)), input: [3, 32, 32] },
      { code: 'input', shape: [3, 32, 32] },
    ],
    [
      '27 × 28',
      { ...chain(linear(10)), input: [1, 27, 28] },
      { code: 'input', shape: [1, 27, 28] },
    ],
    [
      'Softmax',
      chain(linear(10), act('Softmax')),
      { code: 'layer', name: 'l1', kind: 'activation' },
    ],
    [
      'a leaky ReLU that turns',
      chain(linear(10), act('LeakyReLU', -1)),
      { code: 'layer', name: 'l1', kind: 'activation' },
    ],
    [
      'distances from other than 84 features',
      { ...chain(linear(83), { kind: 'rbf', outChannels: 10 }), loss: 'mse' },
      { code: 'layer', name: 'l1', kind: 'rbf' },
    ],
    [
      'distances to nine codes',
      { ...chain(linear(84), { kind: 'rbf', outChannels: 9 }), loss: 'mse' },
      { code: 'layer', name: 'l1', kind: 'rbf' },
    ],
    [
      'distances as scores',
      chain(linear(84), { kind: 'rbf', outChannels: 10 }),
      { code: 'loss', loss: 'crossEntropy' },
    ],
    [
      'a kernel too large inside a block',
      chain({ kind: 'residual', body: [{ name: 'b', layer: conv(1, 29) }] }, linear(10)),
      { code: 'shape', within: 'b' },
    ],
    ['maps at the end', chain(conv(10, 5)), { code: 'output', shape: [10, 24, 24] }],
    ['nine classes', chain(linear(9)), { code: 'output', shape: [9, 1, 1] }],
    ['257 classes', chain(linear(257)), { code: 'output', shape: [257, 1, 1] }],
    ['nothing to learn', chain(pool('maxPool')), { code: 'output', shape: [1, 14, 14] }],
    ['another loss', { ...chain(linear(10)), loss: 'mse' }, { code: 'loss', loss: 'mse' }],
  ];
  it.each(cases)('%s', (_, each, problem) => {
    expect(planProblem(each)).toEqual(problem);
    expect(() => planNetwork(each, options)).toThrow(/no plan/);
  });

  it.each([
    ['residual, 20 layers', 'c1.activation', 'activation'],
    ['d2l’s LeNet', 'c1.activation', 'activation'],
    ['LeNet-1', 'output', 'linear'],
  ])('%s: curvature does not go back through %s', (id, name, kind) => {
    const problem = { code: 'curvature', name, kind };
    expect(planProblem(networks[id])).toBeUndefined();
    expect(planProblem(networks[id], 'sdlm')).toEqual(problem);
    expect(() => planNetwork(networks[id], { ...options, optimizer: 'sdlm' })).toThrow(/curvature/);
  });

  it('the network of 1998 has one by every rule', () => {
    const paper = presetNetwork('lenet5-1998');
    for (const optimizer of ['sgd', 'adam', 'sdlm'] as const) {
      expect(planProblem(paper, optimizer)).toBeUndefined();
    }
  });

  it('all the others have one', () => {
    for (const each of Object.values(networks)) expect(planProblem(each)).toBeUndefined();
  });
});
