import { avgPool2d, avgPool2dInputGrad } from '../avg-pool2d';
import { conv2d, conv2dBiasGrad, conv2dInputGrad, conv2dWeightGrad } from '../conv2d';
import { crossEntropy, crossEntropyInputGrad } from '../cross-entropy';
import { flatten } from '../flatten';
import { linear, linearBiasGrad, linearInputGrad, linearWeightGrad } from '../linear';
import { maxPool2d, maxPool2dInputGrad } from '../max-pool2d';
import { relu, reluInputGrad } from '../relu';
import { sigmoid, sigmoidInputGrad } from '../sigmoid';
import { softmax } from '../softmax';
import { tanh, tanhInputGrad } from '../tanh';
import { reshape, type Tensor } from '../tensor';
import type { NetworkOperation } from './operation';
import type { Step } from './step';

/**
 * The steps' tensors, computed in order from the `given` ones (`input`, `label`, parameters); steps
 * of an update are left out. Returns the given tensors and all written ones. Throws if a step reads
 * a tensor that is neither given nor written before.
 */
export function runSteps(
  steps: readonly Step[],
  given: ReadonlyMap<string, Tensor>,
): Map<string, Tensor> {
  const tensors = new Map(given);
  const find = (name: string) => {
    const found = tensors.get(name);
    if (!found) throw new Error(`runSteps: missing tensor: ${name}`);
    return found;
  };
  for (const { operation, reads, writes } of steps) {
    if (operation.kind === 'input' || operation.kind === 'update') continue;
    const [written] = writes;
    // A gradient has the shape of what it is the gradient of.
    const { shape } = written.endsWith('.grad')
      ? find(written.slice(0, -'.grad'.length))
      : { shape: [] };
    tensors.set(written, runOperation(operation, reads.map(find), shape));
  }
  return tensors;
}

/** One operation on the tensors that it reads; `shape` is that of a gradient, and else not used. */
function runOperation(
  operation: NetworkOperation,
  reads: readonly Tensor[],
  shape: readonly number[],
): Tensor {
  const [first, second, third] = reads;
  switch (operation.kind) {
    case 'conv2d':
      return conv2d(first, second, third, operation.options);
    case 'conv2dWeightGrad':
      return conv2dWeightGrad(first, second, shape, operation.options);
    case 'conv2dBiasGrad':
      return conv2dBiasGrad(first);
    case 'conv2dInputGrad':
      return conv2dInputGrad(first, second, shape, operation.options);
    case 'maxPool2d':
      return maxPool2d(first, operation.options).output;
    case 'maxPool2dInputGrad':
      return maxPool2dInputGrad(first, maxPool2d(second, operation.options).indices, shape);
    case 'avgPool2d':
      return avgPool2d(first, operation.options);
    case 'avgPool2dInputGrad':
      return avgPool2dInputGrad(first, shape, operation.options);
    case 'relu':
      return relu(first);
    case 'reluInputGrad':
      return reluInputGrad(first, second);
    case 'tanh':
      return tanh(first);
    case 'tanhInputGrad':
      return tanhInputGrad(first, second);
    case 'sigmoid':
      return sigmoid(first);
    case 'sigmoidInputGrad':
      return sigmoidInputGrad(first, second);
    case 'linear':
      return linear(flatten(first), second, third);
    case 'linearWeightGrad':
      return linearWeightGrad(first, flatten(second));
    case 'linearBiasGrad':
      return linearBiasGrad(first);
    case 'linearInputGrad':
      return reshape(linearInputGrad(first, second), shape);
    case 'softmax':
      return softmax(first);
    case 'crossEntropy':
      return crossEntropy(first, second.data);
    case 'crossEntropyInputGrad':
      return crossEntropyInputGrad(first, second.data);
  }
}
