import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { gradient, indexed, inp, out, slopeOf, texNumber } from '../rules/tex';
import { expectShape, mapTensor, zeros, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition, Reader } from './definition';
import type { NormalizeOptions } from './normalize';
import { combinations, range } from './products';
import { channels } from './scale-channels';

/** The mean [C] of each map over all samples, and its variance [C], the mean of squared distances. */
export function batchStatistics(input: Tensor): { mean: Tensor; variance: Tensor } {
  const channelOf = channels('batchStatistics', input.shape);
  const [, C] = input.shape;
  const count = input.data.length / C;
  const [mean, variance] = [zeros([C]), zeros([C])];
  input.data.forEach((x, at) => (mean.data[channelOf(at)] += x / count));
  input.data.forEach((x, at) => {
    const c = channelOf(at);
    variance.data[c] += (x - mean.data[c]) ** 2 / count;
  });
  return { mean, variance };
}

/**
 * Every number less the mean of its map in this batch, over the square root of the map's variance in
 * this batch: batch normalisation in training. input [N, C, H, W].
 */
export function normalizeBatch(input: Tensor, { eps }: NormalizeOptions): Tensor {
  const channelOf = channels('normalizeBatch', input.shape);
  const { mean, variance } = batchStatistics(input);
  return mapTensor(input, (x, at) => {
    const c = channelOf(at);
    return (x - mean.data[c]) / Math.sqrt(variance.data[c] + eps);
  });
}

/**
 * How the loss changes with each input, which moves the mean and the variance of its map too: its
 * gradient less the map's mean gradient, and less its own output times the mean of gradient times
 * output, all over the square root. outputGrad, input [N, C, H, W] → [N, C, H, W].
 */
export function normalizeBatchInputGrad(
  outputGrad: Tensor,
  input: Tensor,
  options: NormalizeOptions,
): Tensor {
  expectShape('normalizeBatchInputGrad', 'outputGrad', outputGrad.shape, input.shape);
  const channelOf = channels('normalizeBatchInputGrad', input.shape);
  const [, C] = input.shape;
  const count = input.data.length / C;
  const output = normalizeBatch(input, options);
  const { variance } = batchStatistics(input);
  const [meanGrad, meanProduct] = [zeros([C]), zeros([C])];
  outputGrad.data.forEach((grad, at) => {
    const c = channelOf(at);
    meanGrad.data[c] += grad / count;
    meanProduct.data[c] += (grad * output.data[at]) / count;
  });
  return mapTensor(outputGrad, (grad, at) => {
    const c = channelOf(at);
    const own = grad - meanGrad.data[c] - output.data[at] * meanProduct.data[c];
    return own / Math.sqrt(variance.data[c] + options.eps);
  });
}

/** A number less the mean of its map over the root of its map's variance. */
export interface StandardizedRule {
  readonly kind: 'standardized';
  /** The numbers of the map, and which of them it is. */
  readonly map: readonly Reference[];
  readonly at: number;
  readonly eps: NamedConstant;
}

export const standardizedForm: RuleForm<StandardizedRule> = {
  operands: ({ map, eps }) => [...map, eps],
  evaluate: ({ map, at, eps }) => normalizeBatch(asMap(map), { eps: eps.value }).data[at],
  numbers({ map, at, eps }) {
    const { mean, variance } = batchStatistics(asMap(map));
    const top = `${texNumber(map[at].value)} - (${texNumber(mean.data[0])})`;
    return `\\frac{${top}}{\\sqrt{${texNumber(variance.data[0])} + ${texNumber(eps.value)}}}`;
  },
};

/** The gradient of such a number, which every number of its map has a part in. */
export interface StandardizedSlopeRule {
  readonly kind: 'standardizedSlope';
  readonly gradients: readonly Reference[];
  readonly map: readonly Reference[];
  readonly at: number;
  readonly eps: NamedConstant;
}

export const standardizedSlopeForm: RuleForm<StandardizedSlopeRule> = {
  operands: ({ gradients, map, eps }) => [...gradients, ...map, eps],
  evaluate: ({ gradients, map, at, eps }) =>
    normalizeBatchInputGrad(asMap(gradients), asMap(map), { eps: eps.value }).data[at],
  numbers({ gradients, map, at, eps }) {
    const output = normalizeBatch(asMap(map), { eps: eps.value }).data;
    const { variance } = batchStatistics(asMap(map));
    const mean = (of: (grad: number, i: number) => number) =>
      gradients.reduce((sum, { value }, i) => sum + of(value, i), 0) / gradients.length;
    const [own, together, product] = [
      gradients[at].value,
      mean((grad) => grad),
      mean((grad, i) => grad * output[i]),
    ].map(texNumber);
    const top = `${own} - (${together}) - (${texNumber(output[at])}) \\cdot (${product})`;
    return `\\frac{${top}}{\\sqrt{${texNumber(variance.data[0])} + ${texNumber(eps.value)}}}`;
  },
};

function asMap(numbers: readonly Reference[]): Tensor {
  return {
    shape: [1, 1, 1, numbers.length],
    data: Float64Array.from(numbers, ({ value }) => value),
  };
}

const meanOf = (symbol: string) => `\\overline{${symbol}}`;

/** The first half of `torch.nn.BatchNorm2d` in training. In a trace the batch is one sample. */
export const normalizeBatchOperation: OperationDefinition<NormalizeOptions> = {
  forward: {
    reads: ['input'],
    compute: ([input], options) => normalizeBatch(input, options),
    explain({ reads: [input], options }): Explainer<StandardizedRule> {
      return {
        rule: (index) => ({
          kind: 'standardized',
          map: mapAt(input, index),
          at: placeIn(input, index),
          eps: { kind: 'constant', symbol: '\\epsilon', value: options.eps },
        }),
        symbols(index) {
          const x = indexed('x', index.slice(0, 1));
          const root = `\\sqrt{\\operatorname{Var}(${inp(x)}) + \\epsilon}`;
          return `${out(indexed('y', index))} = \\frac{${inp(indexed('x', index))} - ${meanOf(inp(x))}}{${root}}`;
        },
        users: (_, index) => placesIn(input, index),
      };
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input], options) =>
        normalizeBatchInputGrad(outputGrad, input, options),
      explain({ reads: [grads, input], options }): Explainer<StandardizedSlopeRule> {
        return {
          rule: (index) => ({
            kind: 'standardizedSlope',
            gradients: mapAt(grads, index),
            map: mapAt(input, index),
            at: placeIn(input, index),
            eps: { kind: 'constant', symbol: '\\epsilon', value: options.eps },
          }),
          symbols(index) {
            const [c] = index;
            const [x, g, y] = [inp(`x_{${c}}`), gradient(`g_{${c}}`), out(`y_{${c}}`)];
            const own = `${gradient(indexed('g', index))} - ${meanOf(g)}`;
            const top = `${own} - ${out(indexed('y', index))}\\,${meanOf(`${g}\\,${y}`)}`;
            return `${slopeOf(indexed('x', index))} = \\frac{${top}}{\\sqrt{\\operatorname{Var}(${x}) + \\epsilon}}`;
          },
          users: (_, index) => placesIn(input, index),
        };
      },
    },
  },
};

/** The indices of the numbers in the same map. */
function placesIn({ shape: [, H, W] }: Reader, index: readonly number[]): number[][] {
  return combinations(index.slice(0, 1), range(H), range(W));
}

const mapAt = (tensor: Reader, index: readonly number[]) =>
  placesIn(tensor, index).map((each) => tensor.at(each));

const placeIn = ({ shape: [, , W] }: Reader, [, row, column]: readonly number[]) =>
  row * W + column;
