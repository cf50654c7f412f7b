import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  Conv2d,
  explain,
  Flatten,
  formatRef,
  inputGradViews,
  lenet5,
  Linear,
  manualSeed,
  maxPool2d,
  parseRef,
  referencesOf,
  Sequential,
  tensorOf,
  traceSample,
  uses,
  type Explanation,
  type Trace,
} from '$lib/nn';
import { adam, sgd } from '$lib/optim';
import { katexOptions } from '$lib/ui/tex';
import { testDigit } from '../../golden/read';
import { randomTensor } from '../gradient';
import { sampleRefs, secondStep, traceSmallNetwork } from './networks';

const network = () => lenet5(manualSeed(0));
const digit = testDigit(18);
const trace = secondStep(network(), digit, 3, sgd({ lr: 0.01, momentum: 0.9, weightDecay: 5e-4 }));

function open<K extends Explanation['rule']['kind']>(text: string, kind: K, from: Trace = trace) {
  const explanation = explain(from, parseRef(text)!);
  const { rule } = explanation;
  if (rule.kind !== kind) throw new Error(`expected ${kind}, got ${rule.kind}`);
  return { ...explanation, rule: rule as Extract<typeof rule, { kind: K }> };
}

const namesOf = ({ rule }: Explanation) => referencesOf(rule).map(({ ref }) => formatRef(ref));

describe('explain in LeNet-5', () => {
  it('c3.output[7,2,4] → its bias and 150 products of a weight and a pixel of S2', () => {
    const { rule, symbols } = open('c3.output[7,2,4]', 'sum');
    expect(rule.terms).toHaveLength(151);
    expect(rule.terms[0].factors).toMatchObject([{ role: 'bias', ref: { tensor: 'c3.bias' } }]);
    expect(rule.terms[1 + 25 + 5 + 2].factors).toMatchObject([
      { role: 'weight', ref: { tensor: 'c3.weight', index: [7, 1, 1, 2] } },
      { role: 'input', ref: { tensor: 's2.output', index: [1, 3, 6] } },
    ]);
    expect(symbols).toBe(
      String.raw`\out{y_{7,2,4}} = \bias{b_{7}} + \sum_{c=0}^{5}\sum_{i=0}^{4}\sum_{j=0}^{4} \weight{w_{7,c,i,j}}\,\inp{x_{c,2+i,4+j}}`,
    );
  });

  it('a convolution that pads: its sum at a corner names the zeros of the padding', () => {
    const generator = manualSeed(0);
    const padded = new Sequential({
      c1: new Conv2d({ inChannels: 1, outChannels: 2, kernelSize: 5, padding: 2, generator }),
      flatten: new Flatten(),
      output: new Linear({ inFeatures: 72, outFeatures: 10, generator }),
    });
    const small = traceSample(padded, randomTensor(generator, [1, 1, 6, 6]), 3);
    const { rule } = open('c1.output[0,0,0]', 'sum', small);
    const padding = rule.terms
      .flatMap(({ factors }) => factors)
      .filter((f) => f.kind === 'padding');
    expect(padding).toHaveLength(16);
    expect(padding[0]).toEqual({ kind: 'padding', role: 'input', index: [0, -2, -2], value: 0 });
  });

  it('c1.output[0,0,0] → reads background of the border, no padding', () => {
    const { rule } = open('c1.output[0,0,0]', 'sum');
    const inputs = rule.terms.slice(1).map(({ factors }) => factors[1]);
    expect(inputs).toHaveLength(25);
    for (const { kind, value } of inputs) {
      expect(kind).toBe('reference');
      expect(value).toBeCloseTo(-0.1307 / 0.3081, 12);
    }
  });

  it('c1.activation → ReLU’s gate, open or shut as the sum’s sign says', () => {
    const sums = tensorOf(trace, 'c1.output').data.subarray(0, 784);
    const above = [...sums].findIndex((value) => value > 0);
    const below = [...sums].findIndex((value) => value < 0);
    const at = (offset: number) => `c1.activation[0,${Math.floor(offset / 28)},${offset % 28}]`;
    expect(open(at(above), 'gate').rule.open).toBe(true);
    expect(open(at(below), 'gate').rule.open).toBe(false);
  });

  it('s2.output[0,5,6] → the winner and three losers of its window', () => {
    const { rule, value } = open('s2.output[0,5,6]', 'maximum');
    expect(rule.losers).toHaveLength(3);
    expect(rule.winner.value).toBe(value);
    expect(rule.losers.every((loser) => loser.value <= value)).toBe(true);
    const window = [rule.winner, ...rule.losers].map(({ ref }) => formatRef(ref)).sort();
    expect(window).toEqual([
      'c1.activation[0,10,12]',
      'c1.activation[0,10,13]',
      'c1.activation[0,11,12]',
      'c1.activation[0,11,13]',
    ]);
  });

  it('four equal numbers → the first of them wins, and it alone gets the gradient', () => {
    const tied = { ...trace, tensors: new Map(trace.tensors) };
    const activation = tensorOf(trace, 'c1.activation');
    tied.tensors.set('c1.activation', { ...activation, data: activation.data.map(() => 0) });
    expect(formatRef(open('s2.output[0,5,6]', 'maximum', tied).rule.winner.ref)).toBe(
      'c1.activation[0,10,12]',
    );
    const won = (text: string) => open(text, 'route', tied).rule.windows.map((each) => each.won);
    expect(won('c1.activation.grad[0,10,12]')).toEqual([true]);
    expect(won('c1.activation.grad[0,10,13]')).toEqual([false]);
  });

  it.each([
    [[NaN, 1, 2, 0], '0,10,12'],
    [[1, NaN, 2, 0], '0,10,13'],
    [[1, 2, 0, NaN], '0,11,13'],
    [[1, NaN, NaN, 3], '0,11,12'],
  ])('a window of %j → the last not-a-number wins, as in the network', (window, at) => {
    const activation = tensorOf(trace, 'c1.activation');
    const data = activation.data.slice();
    const places = [10 * 28 + 12, 10 * 28 + 13, 11 * 28 + 12, 11 * 28 + 13];
    places.forEach((place, i) => (data[place] = window[i]));
    const blown = { ...activation, data };
    const { output, indices } = maxPool2d(blown, { kernelSize: 2 });
    const broken = { ...trace, tensors: new Map(trace.tensors).set('c1.activation', blown) };
    const { winner } = open('s2.output[0,5,6]', 'maximum', broken).rule;
    expect(formatRef(winner.ref)).toBe(`c1.activation[${at}]`);
    expect(winner.value).toBe(output.data[5 * 14 + 6]);
    expect(indices[5 * 14 + 6]).toBe(winner.ref.index[1] * 28 + winner.ref.index[2]);
  });

  it('probabilities and loss → all ten logits and one denominator', () => {
    const probability = open('probabilities[3]', 'quotient');
    const loss = open('loss', 'crossEntropy');
    expect(namesOf(probability)).toHaveLength(10);
    expect(namesOf(loss)).toEqual([...namesOf(probability), 'label']);
    expect(loss.rule.denominator).toBe(probability.rule.denominator);
  });

  it('output.output.grad[3] of a 3 → its probability less one', () => {
    const { rule, value } = open('output.output.grad[3]', 'residual');
    expect(value).toBe(rule.probability.value - 1);
    expect(namesOf(open('output.output.grad[4]', 'residual'))).toEqual([
      'probabilities[4]',
      'label',
    ]);
  });

  it('c5.output[0] → reads S4 row by row', () => {
    const names = namesOf(open('c5.output[0]', 'sum'));
    expect(names.slice(1, 3)).toEqual(['c5.weight[0,0]', 's4.output[0,0,0]']);
    expect(names.slice(-2)).toEqual(['c5.weight[0,399]', 's4.output[15,4,4]']);
  });

  it('the update by SGD with momentum and weight decay → step by step to the parameter', () => {
    expect(namesOf(open('c3.weight.updated[0,0,0,0]', 'sum'))).toEqual([
      'c3.weight[0,0,0,0]',
      'c3.weight.momentumBuffer[0,0,0,0]',
    ]);
    expect(namesOf(open('c3.weight.momentumBuffer[0,0,0,0]', 'sum'))).toEqual([
      'c3.weight.momentumBuffer.before[0,0,0,0]',
      'c3.weight.grad.decayed[0,0,0,0]',
    ]);
    expect(namesOf(open('c3.weight.grad.decayed[0,0,0,0]', 'sum'))).toEqual([
      'c3.weight.grad[0,0,0,0]',
      'c3.weight[0,0,0,0]',
    ]);
  });

  it('the update by Adam → the parameter, both means and the hyperparameters', () => {
    const byAdam = secondStep(network(), digit, 3, adam({ lr: 0.002 }));
    const { rule } = open('f6.bias.updated[5]', 'adam', byAdam);
    expect(namesOf(open('f6.bias.updated[5]', 'adam', byAdam))).toEqual([
      'f6.bias[5]',
      'f6.bias.expAvg[5]',
      'f6.bias.expAvgSq[5]',
    ]);
    expect(rule.constants).toMatchObject({ lr: { value: 0.002 }, step: { value: 2 } });
  });

  it.each([
    ['input[0,3,4]', 'pixel'],
    ['c1.weight[0,0,0,0]', 'parameter'],
    ['label', 'label'],
    ['c1.bias.momentumBuffer.before[2]', 'earlierState'],
  ])('%s → a leaf: %s', (text, leaf) => {
    expect(open(text, 'leaf').rule.leaf).toBe(leaf);
  });

  it('a number that does not exist → says so', () => {
    expect(() => explain(trace, { tensor: 'c3.output', index: [16, 0, 0] })).toThrow(
      'explain: unknown number: c3.output[16,0,0]',
    );
    expect(() => uses(trace, { tensor: 'c9.output', index: [] })).toThrow(
      'uses: unknown number: c9.output',
    );
  });
});

describe('uses in LeNet-5', () => {
  const counts = (text: string) =>
    uses(trace, parseRef(text)!).map(({ tensor, refs }) => `${tensor} ${refs.length}`);

  it.each([
    ['input[0,14,14]', ['c1.output 150', 'c1.weight.grad 150']],
    ['input[0,0,0]', ['c1.output 6', 'c1.weight.grad 6']],
    [
      'c3.weight[7,1,2,3]',
      ['c3.output 100', 's2.output.grad 100', 'c3.weight.grad.decayed 1', 'c3.weight.updated 1'],
    ],
    ['c3.output[7,2,4]', ['c3.activation 1', 'c3.output.grad 1']],
    ['c3.output.grad[7,2,4]', ['c3.weight.grad 150', 'c3.bias.grad 1', 's2.output.grad 150']],
    ['label', ['loss 1', 'output.output.grad 10']],
    ['output.output[3]', ['probabilities 10', 'loss 1']],
    ['loss', []],
    ['c1.weight.updated[0,0,0,0]', []],
  ])('%s → %j', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});

describe('inputGradViews', () => {
  it('s2.output.grad[2,5,5] → 400 contributions and 400 taps of the turned kernels, the same sum', () => {
    const ref = parseRef('s2.output.grad[2,5,5]')!;
    const { value } = explain(trace, ref);
    const { contributions, turned } = inputGradViews(trace, ref)!;
    expect(contributions).toHaveLength(16 * 25);
    expect(turned).toHaveLength(16 * 25);
    expect(contributions.at(-1)!.sum).toBe(value);
    expect(turned.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(value, 15);
  });

  it('the first tap of the turned kernel → the kernel’s last weight on the gradient above, left', () => {
    const { turned } = inputGradViews(trace, parseRef('s2.output.grad[2,5,6]')!)!;
    expect(turned[0]).toMatchObject({
      place: [0, 0, 0],
      weight: { ref: { tensor: 'c3.weight', index: [0, 2, 4, 4] } },
      beneath: { ref: { tensor: 'c3.output.grad', index: [0, 1, 2] } },
    });
  });

  it('a corner pixel → one output a channel hands back, the other taps lie outside', () => {
    const { contributions, turned } = inputGradViews(trace, parseRef('s2.output.grad[2,0,0]')!)!;
    expect(contributions).toHaveLength(16);
    expect(contributions[0].window).toEqual([0, 0]);
    expect(turned.filter(({ beneath }) => beneath.kind === 'outside')).toHaveLength(16 * 24);
  });

  it('strides, dilation and groups → both views add up to every pixel’s gradient', () => {
    const generator = manualSeed(6);
    const network = new Sequential({
      c1: new Conv2d({ inChannels: 1, outChannels: 4, kernelSize: 1, generator }),
      c3: new Conv2d({
        inChannels: 4,
        outChannels: 2,
        kernelSize: [3, 2],
        stride: [2, 3],
        padding: [1, 0],
        dilation: [2, 1],
        groups: 2,
        generator,
      }),
      output: new Linear({ inFeatures: 2 * 3 * 3, outFeatures: 3, generator }),
    });
    const strided = traceSample(network, randomTensor(generator, [1, 1, 7, 8]), 1);
    const refs = sampleRefs(strided, Infinity).filter((ref) => ref.tensor === 'c1.output.grad');
    expect(refs).toHaveLength(4 * 7 * 8);
    for (const ref of refs) {
      const { value } = explain(strided, ref);
      const { contributions, turned } = inputGradViews(strided, ref)!;
      expect(contributions.at(-1)?.sum ?? 0).toBe(value);
      expect(turned).toHaveLength(3 * 2);
      expect(turned.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(value, 14);
    }
  });

  it('any other number → no views', () => {
    expect(inputGradViews(trace, parseRef('c3.weight.grad[0,0,0,0]')!)).toBeUndefined();
    expect(inputGradViews(trace, parseRef('input[0,0,0]')!)).toBeUndefined();
  });
});

describe('TeX', () => {
  const drawn = {
    seed: 4,
    side: 9,
    inChannels: 2,
    outChannels: 2,
    kernelSize: 3,
    stride: 2,
    padding: 2,
    dilation: 2,
    rule: 'nesterov',
    block: 'convolution',
  } as const;
  const samples: [string, Trace][] = [
    ['LeNet-5, SGD', trace],
    ['LeNet-5, Adam', secondStep(network(), digit, 3, adam({ weightDecay: 0.1 }))],
    ['tanh, average pooling', traceSmallNetwork({ ...drawn, pool: 'avg', activation: 'tanh' })],
    ['sigmoid, spread', traceSmallNetwork({ ...drawn, pool: 'spread max', activation: 'sigmoid' })],
    ['without an update', traceSample(network(), digit, 3)],
  ];

  it.each(samples)('every rule of %s → KaTeX sets it', (_, from) => {
    for (const ref of sampleRefs(from, 1)) {
      const { symbols, numbers } = explain(from, ref);
      const options = { ...katexOptions, throwOnError: true };
      expect(() => katex.renderToString(`${symbols} = ${numbers}`, options)).not.toThrow();
      expect(numbers).not.toContain('NaN');
    }
  });

  it.each([
    [
      'c1.weight.updated[0,0,0,0]',
      String.raw`\weight{w'_{0,0,0,0}} = \weight{w_{0,0,0,0}} - \eta\,\gradient{v_{0,0,0,0}}`,
    ],
    [
      's2.output.grad[2,5,6]',
      String.raw`\gradient{\frac{\partial L}{\partial x_{2,5,6}}} = \sum_{k=0}^{15}\sum_{i=0}^{4}\sum_{j=0}^{4} \gradient{g_{k,5-i,6-j}}\,\weight{w_{k,2,i,j}}`,
    ],
    [
      'c1.weight.grad[3,0,1,2]',
      String.raw`\gradient{\frac{\partial L}{\partial w_{3,0,1,2}}} = \sum_{i=0}^{27}\sum_{j=0}^{27} \gradient{g_{3,i,j}}\,\inp{x_{0,1+i,2+j}}`,
    ],
  ])('%s → in symbols', (text, symbols) => {
    expect(explain(trace, parseRef(text)!).symbols).toBe(symbols);
  });

  it('numbers of a short sum → all terms, signs joined', () => {
    const { rule, numbers } = open('c1.weight.updated[0,0,0,0]', 'sum');
    const [weight, step] = rule.terms;
    const digits = (value: number) => String(Number(Math.abs(value).toPrecision(4)));
    expect(numbers).toContain(
      String.raw`\weight{${digits(weight.product)}}} - \term{1}{0.01 \cdot`,
    );
    expect(numbers).toContain(digits(step.factors[1].value));
  });
});
