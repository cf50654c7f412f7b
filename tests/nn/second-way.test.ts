import { describe, expect, it } from 'vitest';
import {
  Conv2d,
  EuclideanRbf,
  explain,
  Flatten,
  Linear,
  manualSeed,
  runSteps,
  sampleCurvatures,
  sampleState,
  ScaledTanh,
  Sequential,
  SparseConv2d,
  Subsample2d,
  tensor,
  tensorOf,
  traceSample,
  zeros,
  type LossChoice,
  type Tensor,
} from '$lib/nn';
import { freshState, sdlm, traceStep, type OptimizerState } from '$lib/optim';
import { blockNames, distance98, golden98, golden98Network, trainDigit98 } from '../golden/lenet98';
import { randomTensor } from './gradient';

/** The mean of the second derivatives of the first training digits, as an optimiser remembers them. */
function firstSamples(network: Sequential, count: number): OptimizerState {
  const samples = Array.from({ length: count }, (_, n) =>
    sampleCurvatures(network, trainDigit98(n), golden98.labels[n]),
  );
  const names = [...network.parameters().keys()];
  const remembered = names.map((name) => {
    const state = samples.map((sample, n) => [sampleState(n), sample.get(name)!] as const);
    return [name, Object.fromEntries(state)] as const;
  });
  return { steps: 0, parameters: new Map(remembered) };
}

const rule = sdlm({ lr: 0.0005, mu: 0.02 });

describe.each(['F', 'sqrt'] as const)('the second way back of 1998, start %s', (kind) => {
  const golden = golden98.cases[kind];

  it.each(['mse', 'map'] as const)(
    '%s: h over five digits, step sizes, and the weights after ten updates',
    (loss) => {
      const { h_first5, eps_range, sdlm10 } = golden[loss];
      const network = golden98Network(kind, loss);
      let state = firstSamples(network, 5);
      for (let n = 0; n < 10; n++) {
        const trace = traceStep(network, trainDigit98(n), golden98.labels[n], rule, state);
        const lossNow = tensorOf(trace, 'loss').data[0];
        // From ±2.4/F rounding grows from step to step.
        expect(Math.abs(lossNow / sdlm10.loss_before_each_update[n] - 1)).toBeLessThan(1e-8);
        if (n === 0) {
          let [least, most] = [Infinity, 0];
          for (const [name, block] of Object.entries(h_first5)) {
            const h = tensorOf(trace, `${blockNames[name]}.meanCurvature`);
            expect(distance98(h, block), name).toBeLessThan(1e-10);
            for (const size of tensorOf(trace, `${blockNames[name]}.stepSize`).data) {
              [least, most] = [Math.min(least, size), Math.max(most, size)];
            }
          }
          expect(least / eps_range[0]).toBeCloseTo(1, 10);
          expect(most / eps_range[1]).toBeCloseTo(1, 10);
        }
        network.loadStateDict({ ...network.stateDict(), ...trace.updated });
        state = trace.state;
      }
      const weights = network.stateDict();
      for (const [name, block] of Object.entries(sdlm10.weights)) {
        const far = distance98(weights[blockNames[name]], block);
        expect(far, name).toBeLessThan(kind === 'sqrt' ? 1e-10 : 1e-8);
      }
    },
    120_000,
  );

  it('map with a large j: h over two digits', () => {
    const { j, h_first2 } = golden.map_large_j;
    const network = golden98Network(kind, 'map', j);
    const trace = traceStep(
      network,
      trainDigit98(0),
      golden98.labels[0],
      rule,
      firstSamples(network, 2),
    );
    for (const [name, block] of Object.entries(h_first2)) {
      const h = tensorOf(trace, `${blockNames[name]}.meanCurvature`);
      expect(distance98(h, block), name).toBeLessThan(1e-10);
    }
  });
});

/** A network of all that the second way goes through, small enough to bend every number by hand. */
function smallNetwork(seed: number, loss: LossChoice): { network: Sequential; input: Tensor } {
  const generator = manualSeed(seed);
  const modules = {
    c1: new Conv2d({ inChannels: 1, outChannels: 2, kernelSize: 3, generator }),
    'c1.activation': new ScaledTanh(),
    s2: new Subsample2d({ channels: 2, kernelSize: 2, generator }),
    's2.activation': new ScaledTanh(),
    c3: new SparseConv2d({ table: [[0], [1, 0]], kernelSize: 2, generator }),
    'c3.activation': new ScaledTanh(),
    flatten: new Flatten(),
    f6: new Linear({ inFeatures: 8, outFeatures: 4, generator }),
    'f6.activation': new ScaledTanh(),
    output: new EuclideanRbf({ codes: tensor([3, 4], [1, 1, -1, 1, -1, 1, 1, -1, 1, -1, 1, 1]) }),
  };
  return { network: new Sequential(modules, loss), input: randomTensor(generator, [1, 1, 8, 8]) };
}

/**
 * The Gauss–Newton form of one layer: a number bends the loss by what each number behind it does, times
 * the square of how that one changes with it, which central differences tell. A coefficient of subsampling
 * has four connections to each number behind it, which count one by one: it has a test of its own.
 */
describe.each([
  ['mse', { loss: 'mse' }],
  ['map', { loss: 'map', j: 2 }],
] as const)('h of small random networks against central differences: %s', (_, loss) => {
  it.each([1, 2, 3])('every number of every layer, seed %d', (seed) => {
    const { network, input } = smallNetwork(seed, loss);
    const trace = traceSample(network, input, 1);
    let checked = 0;
    for (const step of trace.steps.filter(({ phase }) => phase === 'forward')) {
      const behind = trace.tensors.get(`${step.writes[0]}.curvature`);
      for (const name of step.reads) {
        const h = trace.tensors.get(`${name}.curvature`);
        if (!behind || !h || name === 's2.weight') continue;
        const at = tensorOf(trace, name);
        const moved = (k: number, by: number) => {
          const { data } = tensor(at.shape, at.data);
          data[k] += by;
          const given = new Map(trace.tensors).set(name, { shape: at.shape, data });
          return runSteps([step], given).get(step.writes[0])!.data;
        };
        for (let k = 0; k < at.data.length; k++) {
          const [above, below] = [moved(k, 1e-5), moved(k, -1e-5)];
          const bent = behind.data.reduce(
            (sum, each, i) => sum + each * ((above[i] - below[i]) / 2e-5) ** 2,
            0,
          );
          expect(Math.abs(h.data[k] - bent), `${name} ${k}`).toBeLessThan(1e-7 * (1 + bent));
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(200);
  });

  it.each([1, 2, 3])('the features, along which the loss itself bends, seed %d', (seed) => {
    const { network, input } = smallNetwork(seed, loss);
    const trace = traceSample(network, input, 1);
    const at = tensorOf(trace, 'f6.activation').data;
    const behind = trace.steps.filter(
      ({ layer, phase }) => phase === 'loss' || (phase === 'forward' && layer === 'output'),
    );
    const lossAt = (k: number, by: number) => {
      const features = tensor([1, 4], at);
      features.data[k] += by;
      const given = new Map(trace.tensors).set('f6.activation', features);
      return runSteps(behind, given).get('loss')!.data[0];
    };
    for (let k = 0; k < 4; k++) {
      const second = (lossAt(k, 1e-4) - 2 * lossAt(k, 0) + lossAt(k, -1e-4)) / 1e-8;
      expect(tensorOf(trace, 'f6.activation.curvature').data[k]).toBeCloseTo(second, 5);
    }
  });
});

describe('the second way', () => {
  it('opens to squared factors and squared slopes', () => {
    const { network, input } = smallNetwork(4, { loss: 'mse' });
    const trace = traceStep(network, input, 2, rule, freshState);
    const open = (name: string, ...index: number[]) => explain(trace, { tensor: name, index });
    const weight = open('f6.weight.curvature', 1, 5);
    expect(weight.symbols).toContain('\\partial^2 L');
    expect(weight.rule).toMatchObject({ kind: 'sum', terms: [{ factors: { length: 3 } }] });
    expect(open('f6.output.curvature', 1).rule).toMatchObject({ kind: 'slope' });
    expect(open('s2.weight.curvature', 0).rule).toMatchObject({ kind: 'sum' });
    expect(open('f6.weight.stepSize', 1, 5).rule).toMatchObject({
      kind: 'stepSize',
      eta: { value: 0.0005 },
      mu: { value: 0.02 },
    });
  });

  it('a coefficient of subsampling sums the squares of its four cells, not the square of their sum', () => {
    const { network, input } = smallNetwork(5, { loss: 'mse' });
    const trace = traceSample(network, input, 0);
    const [q, x] = ['s2.output.curvature', 'c1.activation'].map((name) => tensorOf(trace, name));
    let sum = 0;
    for (let row = 0; row < 6; row++)
      for (let column = 0; column < 6; column++)
        sum +=
          q.data[Math.floor(row / 2) * 3 + Math.floor(column / 2)] * x.data[row * 6 + column] ** 2;
    expect(tensorOf(trace, 's2.weight.curvature').data[0]).toBeCloseTo(sum, 12);
  });

  it.each([0, -1, NaN, Infinity])('μ and η above 0: %d is refused', (value) => {
    expect(() => sdlm({ lr: 1, mu: value })).toThrow(/sdlm: invalid mu/);
    expect(() => sdlm({ lr: value, mu: 1 })).toThrow(/sdlm: invalid lr/);
  });

  it('without samples and without a second way there is no step', () => {
    const network = new Sequential({
      f1: new Linear({ inFeatures: 4, outFeatures: 3, generator: manualSeed(1) }),
    });
    const picture = zeros([1, 1, 2, 2]);
    expect(sampleCurvatures(network, picture, 0).size).toBe(0);
    expect(() => traceStep(network, picture, 0, rule)).toThrow('sdlm: no second derivatives');
  });
});
