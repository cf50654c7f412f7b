import {
  crossEntropy,
  crossEntropyInputGrad,
  lenet5,
  manualSeed,
  softmax,
  tensor,
  type Sequential,
} from '$lib/nn';
import { networkInput } from '$lib/data';
import type { ActivationName, Digits, ParameterValues, PoolingName } from '$lib/kernels';

/** A network, with its loss and gradients in float64: what the kernels are compared with. */
export interface Reference {
  readonly weights: ParameterValues;
  /** The loss of each sample and the gradient of their mean. */
  measure(indices: readonly number[]): { losses: number[]; gradients: ParameterValues };
}

/** What decides a reference. */
export interface ReferenceOptions {
  readonly activation: ActivationName;
  readonly pooling: PoolingName;
  readonly normalization: { readonly mean: number; readonly std: number };
  readonly seed: number;
}

const layers = { conv1: 'c1', conv2: 'c3', fc1: 'c5', fc2: 'f6', fc3: 'output' } as const;

/** A · tanh(S · x) is tanh with weights and biases that S multiplies, and the next weights A. */
const scales = {
  relu: { amplitude: 1, slope: 1 },
  tanh: { amplitude: 1, slope: 1 },
  scaledTanh: { amplitude: 1.7159, slope: 2 / 3 },
};

function createNetwork({ activation, pooling, seed }: ReferenceOptions): Sequential {
  const unscaled = activation === 'relu' ? 'ReLU' : 'Tanh';
  return lenet5(manualSeed(seed), { activation: unscaled, pooling });
}

/** What multiplies a parameter in the reference, by its name. */
function scaleOf(name: string, activation: ActivationName): number {
  const { amplitude, slope } = scales[activation];
  const before = name.endsWith('.weight') && name !== 'conv1.weight' ? amplitude : 1;
  return before * (name.startsWith('fc3') ? 1 : slope);
}

/** The reference of a network on some digits. */
export function createReference(digits: Digits, options: ReferenceOptions): Reference {
  const network = createNetwork(options);
  const parameters = network.parameters();
  const named = Object.entries(layers).flatMap(([name, layer]) =>
    ['weight', 'bias'].map((part) => {
      const parameter = parameters.get(`${layer}.${part}`);
      if (!parameter) throw new Error(`no parameter ${layer}.${part}`);
      return { name: `${name}.${part}`, parameter };
    }),
  );
  const weights: Record<string, Float64Array> = {};
  for (const { name, parameter } of named) {
    weights[name] = Float64Array.from(parameter.value.data);
    const scale = scaleOf(name, options.activation);
    parameter.value.data.forEach((value, i) => (parameter.value.data[i] = value * scale));
  }
  return {
    weights,
    measure(indices) {
      const bytes = Uint8Array.from(
        indices.flatMap((i) => [...digits.images.subarray(i * 784, (i + 1) * 784)]),
      );
      const labels = indices.map((i) => digits.labels[i]);
      network.zeroGrad();
      const logits = network.forward(networkInput(bytes, options.normalization));
      network.backward(crossEntropyInputGrad(softmax(logits), labels));
      const losses = labels.map(
        (label, n) =>
          crossEntropy(tensor([1, 10], logits.data.subarray(10 * n, 10 * n + 10)), [label]).data[0],
      );
      const gradients = named.map(({ name, parameter }) => {
        const scale = scaleOf(name, options.activation);
        return [name, parameter.grad.data.map((value) => value * scale)] as const;
      });
      return { losses, gradients: Object.fromEntries(gradients) };
    },
  };
}
