import { bias, gradient, indexed, inp, out, slopeOf, sumsOver, weight } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import { conv2dBiasGrad } from './conv2d';
import type { OperationDefinition } from './definition';
import {
  combinations,
  explainBiasGrad,
  explainInputGrad,
  explainOutput,
  explainWeightGrad,
  range,
  type Products,
} from './products';

/**
 * Every number times the weight of its map, plus the bias of its map: the trained end of batch
 * normalisation. input [N, C, H, W], weight [C], bias [C] → [N, C, H, W].
 */
export function scaleChannels(input: Tensor, weight: Tensor, bias: Tensor): Tensor {
  const channelOf = channels('scaleChannels', input.shape, weight.shape);
  expectShape('scaleChannels', 'bias', bias.shape, weight.shape);
  const scaled = input.data.map(
    (x, at) => weight.data[channelOf(at)] * x + bias.data[channelOf(at)],
  );
  return { shape: input.shape, data: scaled };
}

/** How the loss changes with each weight: the gradients of its map times its inputs, summed. → [C]. */
export function scaleChannelsWeightGrad(outputGrad: Tensor, input: Tensor): Tensor {
  expectShape('scaleChannelsWeightGrad', 'outputGrad', outputGrad.shape, input.shape);
  const channelOf = channels('scaleChannelsWeightGrad', input.shape);
  const weightGrad = zeros([input.shape[1]]);
  input.data.forEach((x, at) => (weightGrad.data[channelOf(at)] += outputGrad.data[at] * x));
  return weightGrad;
}

/** How the loss changes with each input: its output's gradient times its weight. → [N, C, H, W]. */
export function scaleChannelsInputGrad(outputGrad: Tensor, weight: Tensor): Tensor {
  const channelOf = channels('scaleChannelsInputGrad', outputGrad.shape, weight.shape);
  const data = outputGrad.data.map((grad, at) => grad * weight.data[channelOf(at)]);
  return { shape: outputGrad.shape, data };
}

/** The channel of the number at an offset of [N, C, H, W]. Throws, naming the operation, for others. */
export function channels(
  operation: string,
  shape: readonly number[],
  weightShape: readonly number[] = [shape[1]],
): (offset: number) => number {
  expectShape(operation, 'input', shape, ['N', 'C', 'H', 'W']);
  const [, C, H, W] = shape;
  expectShape(operation, 'weight', weightShape, [C]);
  return (offset) => Math.floor(offset / (H * W)) % C;
}

/** The second half of `torch.nn.BatchNorm2d`. */
export const scaleChannelsOperation: OperationDefinition = {
  forward: {
    reads: ['input', 'weight', 'bias'],
    compute: ([input, weight, bias]) => scaleChannels(input, weight, bias),
    explain: ({ reads, shape }) => ({
      ...explainOutput(productsOf(shape), reads, shape),
      symbols([c, y, x]) {
        const product = `${weight(indexed('w', [c]))}\\,${inp(indexed('x', [c, y, x]))}`;
        return `${out(indexed('y', [c, y, x]))} = ${bias(indexed('b', [c]))} + ${product}`;
      },
    }),
  },
  gradients: {
    weight: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input]) => scaleChannelsWeightGrad(outputGrad, input),
      explain: ({ reads }) => ({
        ...explainWeightGrad(productsOf(reads[1].shape), reads),
        symbols([c]) {
          const { signs, letters } = sumsOver(['i', reads[1].shape[1]], ['j', reads[1].shape[2]]);
          const product = `${gradient(indexed('g', [c, ...letters]))}\\,${inp(indexed('x', [c, ...letters]))}`;
          return `${slopeOf(indexed('w', [c]))} = ${signs} ${product}`;
        },
      }),
    },
    bias: {
      reads: ['outputGrad'],
      compute: ([outputGrad]) => conv2dBiasGrad(outputGrad),
      explain: ({ reads }) => ({
        ...explainBiasGrad(reads),
        symbols([c]) {
          const { signs, letters } = sumsOver(['i', reads[0].shape[1]], ['j', reads[0].shape[2]]);
          const g = gradient(indexed('g', [c, ...letters]));
          return `${slopeOf(indexed('b', [c]))} = ${signs} ${g}`;
        },
      }),
    },
    input: {
      reads: ['outputGrad', 'weight'],
      compute: ([outputGrad, weight]) => scaleChannelsInputGrad(outputGrad, weight),
      explain: ({ reads, shape }) => ({
        ...explainInputGrad(productsOf(shape), reads, shape),
        symbols([c, y, x]) {
          const product = `${gradient(indexed('g', [c, y, x]))}\\,${weight(indexed('w', [c]))}`;
          return `${slopeOf(indexed('x', [c, y, x]))} = ${product}`;
        },
      }),
    },
  },
};

/** Every product of a weight and a number of its map [C, H, W]. */
function productsOf([, H, W]: readonly number[]): Products {
  const one = (index: readonly number[]) => [
    { output: index, weight: index.slice(0, 1), input: index },
  ];
  return {
    areShared: true,
    ofOutput: one,
    ofWeight: ([c]) => combinations([c], range(H), range(W)).flatMap(one),
    ofInput: one,
  };
}
