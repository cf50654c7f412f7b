import { describe, expect, it } from 'vitest';
import {
  Conv2d,
  Flatten,
  lenet5,
  Linear,
  manualSeed,
  MaxPool2d,
  parseRef,
  ReLU,
  Sequential,
  tensor,
  tensorOf,
  traceSample,
  type Ref,
  type Trace,
} from '$lib/nn';
import {
  checkMany,
  createChecker,
  curveEpsilons,
  drawParameters,
  errorCurve,
  judge,
  type CurvePoint,
} from '$lib/nn/gradient-check';
import { testDigit } from '../golden/read';

const trace = traceSample(lenet5(manualSeed(0)), testDigit(0), 7);

function refTo(text: string): Ref {
  const ref = parseRef(text);
  if (!ref) throw new Error(`not a reference: ${text}`);
  return ref;
}

/** The parameter of a tensor whose gradient is the largest: its check is the least noisy. */
function steepest(name: string): Ref {
  const { shape, data } = tensorOf(trace, `${name}.grad`);
  let at = 0;
  data.forEach((grad, i) => (at = Math.abs(grad) > Math.abs(data[at]) ? i : at));
  const index = shape.map((axis, i) => {
    const size = shape.slice(i + 1).reduce((product, next) => product * next, 1);
    return Math.floor(at / size) % axis;
  });
  return { tensor: name, index };
}

/** The trace with one gradient made wrong. */
function spoiled({ tensor: name, index }: Ref, factor: number): Trace {
  const grad = tensorOf(trace, `${name}.grad`);
  const wrong = tensor(grad.shape, grad.data);
  wrong.data[index[0]] *= factor;
  return { ...trace, tensors: new Map(trace.tensors).set(`${name}.grad`, wrong) };
}

const leastOf = (points: readonly CurvePoint[], precision: 'float64' | 'float32') =>
  Math.min(...points.map((point) => point[precision].relativeError));

describe('createChecker', () => {
  it.each(trace.parameters)('%s: at ε = 1e-5 the steepest gradient agrees within 1e-6', (name) => {
    const checker = createChecker(trace, steepest(name));
    const check = checker.check(1e-5, 'held');
    expect(check.analytic).not.toBe(0);
    expect(check.relativeError).toBeLessThan(1e-6);
  });

  it('the central difference is that of the two losses it names', () => {
    const check = createChecker(trace, steepest('c3.weight')).check(1e-3);
    expect(check.centralDifference).toBe((check.lossAbove - check.lossBelow) / 2e-3);
    expect(check.lossAbove).not.toBe(check.lossBelow);
  });

  it('does not change the trace', () => {
    const ref = steepest('c3.weight');
    const before = [...tensorOf(trace, 'c3.weight').data];
    const loss = tensorOf(trace, 'loss').data[0];
    createChecker(trace, ref, 'float32').check(0.5);
    expect([...tensorOf(trace, 'c3.weight').data]).toEqual(before);
    expect(tensorOf(trace, 'loss').data[0]).toBe(loss);
  });

  it('in float32 both losses are float32 numbers', () => {
    const { lossAbove, lossBelow } = createChecker(trace, steepest('c1.bias'), 'float32').check(
      0.01,
    );
    expect([lossAbove, lossBelow]).toEqual([lossAbove, lossBelow].map(Math.fround));
  });

  it.each([0, -1e-5, NaN])('ε = %s is refused', (epsilon) => {
    const checker = createChecker(trace, steepest('c1.weight'));
    expect(() => checker.check(epsilon)).toThrow(
      `check: invalid epsilon: expected a number above 0, got ${epsilon}`,
    );
  });

  it('a parameter out of range is refused', () => {
    expect(() => createChecker(trace, refTo('c3.weight[16,0,0,0]'))).toThrow('invalid index');
  });
});

/** One pixel, −1 to 1, through one gate: x · w, then ReLU, then two logits. */
function tinyTrace(weight: number): Trace {
  const generator = manualSeed(3);
  const network = new Sequential({
    c1: new Conv2d({ inChannels: 1, outChannels: 1, kernelSize: 1, generator }),
    'c1.activation': new ReLU(),
    s2: new MaxPool2d({ kernelSize: 2 }),
    flatten: new Flatten(),
    output: new Linear({ inFeatures: 1, outFeatures: 2, generator }),
  });
  const state = network.stateDict();
  state['c1.weight'].data[0] = weight;
  state['c1.bias'].data[0] = 0;
  state['output.weight'].data.set([1, -1]);
  network.loadStateDict(state);
  // At a weight above 0 the maximum is 2 · w, at the left; below 0 it is −1 · w, at the right.
  return traceSample(network, tensor([1, 1, 2, 2], [2, -1, -1, -1]), 0);
}

describe('kinks of a network made up for them', () => {
  const ref = refTo('c1.weight[0,0,0,0]');

  it('with w = 0.1 and ε = 0.01 none is passed', () => {
    expect(createChecker(tinyTrace(0.1), ref).check(0.01).kinks).toEqual([]);
  });

  it('with w = 0.1 and ε = 0.2 all four gates and the winner change', () => {
    const { kinks } = createChecker(tinyTrace(0.1), ref).check(0.2);
    const gates = [
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 1],
    ];
    expect(kinks).toEqual([
      ...gates.map((index) => ({ kind: 'gate', ref: { tensor: 'c1.output', index } })),
      { kind: 'winner', ref: { tensor: 's2.output', index: [0, 0, 0] } },
    ]);
  });

  it('held as they are at w they no longer disturb', () => {
    const checker = createChecker(tinyTrace(0.1), ref);
    const free = checker.check(0.2);
    const held = checker.check(0.2, 'held');
    expect(free.relativeError).toBeGreaterThan(0.1);
    expect(held.relativeError).toBeLessThan(0.1);
    expect(held.kinks).toEqual([]);
  });
});

describe('judge', () => {
  const verdict = (of: Trace, ref: Ref, epsilon: number, precision?: 'float32') => {
    const checker = createChecker(of, ref, precision);
    return judge(checker, checker.check(epsilon)).verdict;
  };

  it('a good ε: they agree', () => {
    expect(verdict(trace, steepest('output.weight'), 1e-5)).toBe('agrees');
  });

  it('a tiny ε: rounding', () => {
    expect(verdict(trace, steepest('output.weight'), 1e-12)).toBe('rounding');
  });

  it('the same ε in float32: rounding', () => {
    expect(verdict(trace, steepest('output.weight'), 1e-5, 'float32')).toBe('rounding');
  });

  it('a large ε after the last ReLU: truncation', () => {
    expect(verdict(trace, steepest('output.weight'), 0.5)).toBe('truncation');
  });

  it('a weight of C1 moved by 0.01: kinks, and the error without them', () => {
    const checker = createChecker(trace, steepest('c1.weight'));
    const check = checker.check(0.01);
    const judgement = judge(checker, check);
    expect(check.kinks.length).toBeGreaterThan(0);
    expect(['kinks', 'kinksAndTruncation']).toContain(judgement.verdict);
    expect(judgement.heldError).toBeLessThan(check.relativeError / 100);
  });

  it('a gradient of 0: both are 0', () => {
    const { data, shape } = tensorOf(trace, 'output.weight.grad');
    const at = data.indexOf(0);
    const ref = { tensor: 'output.weight', index: [Math.floor(at / shape[1]), at % shape[1]] };
    expect(verdict(trace, ref, 1e-5)).toBe('zero');
  });

  it.each([1e-1, 1e-3, 1e-5, 1e-6])('a gradient 1% off is caught at ε = %s', (epsilon) => {
    const ref = steepest('output.bias');
    expect(verdict(spoiled(ref, 1.01), ref, epsilon)).toBe('disagrees');
  });
});

describe('errorCurve', () => {
  const points = [...errorCurve(trace, steepest('c3.weight'))];

  it('has four points for each power of ten, from 1 to 1e-12', () => {
    expect(points.map(({ epsilon }) => epsilon)).toEqual(curveEpsilons);
    expect(curveEpsilons.slice(0, 5)).toEqual([1, 0.56, 0.32, 0.18, 0.1]);
    expect(curveEpsilons.at(-1)).toBe(1e-12);
  });

  it('float64 comes below 1e-8; float32 stays a thousand times above it', () => {
    expect(leastOf(points, 'float64')).toBeLessThan(1e-8);
    expect(leastOf(points, 'float32')).toBeGreaterThan(1e3 * leastOf(points, 'float64'));
  });

  it('after the last ReLU there are no kinks, and the error falls with the square of ε', () => {
    const curve = [...errorCurve(trace, steepest('output.bias'))];
    const at = (epsilon: number) => curve.find((point) => point.epsilon === epsilon)!.float64;
    expect(curve.every(({ float64 }) => float64.kinks === 0)).toBe(true);
    const fall = at(0.1).relativeError / at(0.01).relativeError;
    expect(fall).toBeGreaterThan(90);
    expect(fall).toBeLessThan(110);
  });
});

describe('checkMany', () => {
  const options = { count: 100, seed: 0, epsilon: 1e-5 };

  it('draws a hundred different parameters, every tensor taking part', () => {
    const refs = drawParameters(trace, options);
    expect(new Set(refs.map((ref) => JSON.stringify(ref))).size).toBe(100);
    for (const name of trace.parameters) {
      expect(refs.filter(({ tensor: of }) => of === name).length).toBeGreaterThanOrEqual(6);
    }
    expect(drawParameters(trace, options)).toEqual(refs);
    expect(drawParameters(trace, { ...options, seed: 1 })).not.toEqual(refs);
  });

  it('draws every parameter of a small network once', () => {
    expect(drawParameters(tinyTrace(0.1), options)).toHaveLength(6);
  });

  it('reports after each, and finds nothing without an excuse', () => {
    const reports = [...checkMany(trace, { ...options, count: 30 })];
    const last = reports.at(-1)!;
    expect(reports.map(({ done }) => done)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(Object.values(last.tally).reduce((sum, n) => sum + n, 0)).toBe(30);
    expect(last.tally.disagrees).toBeUndefined();
  });

  it('a wrong gradient is the worst, before all with an excuse', () => {
    const ref = refTo('output.bias[3]');
    const { data } = tensorOf(trace, 'output.bias.grad');
    const wrong = tensor([10], data);
    wrong.data[3] *= 1.001;
    const broken = { ...trace, tensors: new Map(trace.tensors).set('output.bias.grad', wrong) };
    const last = [...checkMany(broken, options)].at(-1)!;
    expect(last.tally.disagrees).toBe(1);
    expect(last.worst.ref).toEqual(ref);
  });
});
