import { measureChain } from '$lib/arithmetic';
import {
  allLayers,
  slopeOf,
  type Layer,
  type NamedLayer,
  type Network,
  type Shape,
} from '$lib/network';
import {
  AvgPool2d,
  BatchNorm2d,
  Conv2d,
  Dropout,
  Flatten,
  GlobalAvgPool2d,
  LeakyReLU,
  Linear,
  manualSeed,
  MaxPool2d,
  ReLU,
  Residual,
  ScaledTanh,
  Sequential,
  Sigmoid,
  Subsample2d,
  Tanh,
  type Generator,
  type Module,
} from '$lib/nn';

const activations = { ReLU, Tanh, Sigmoid, ScaledTanh } as const;

function moduleOf(layer: Layer, input: Shape, generator: Generator): Module {
  switch (layer.kind) {
    case 'conv': {
      const { outChannels, kernelSize, stride, padding, dilation, groups, bias } = layer;
      const made = new Conv2d({
        ...{ inChannels: input[0], outChannels, kernelSize, stride, padding, dilation, groups },
        generator,
      });
      if (!bias) made.bias.value.data.fill(0);
      return made;
    }
    case 'linear': {
      const inFeatures = input[0] * input[1] * input[2];
      return new Linear({ inFeatures, outFeatures: layer.outChannels, generator });
    }
    case 'maxPool':
      return new MaxPool2d(poolOptions(layer));
    case 'averagePool':
      return new AvgPool2d(poolOptions(layer));
    case 'subsample':
      return new Subsample2d({ ...layer, channels: input[0], generator });
    case 'globalAveragePool':
      return new GlobalAvgPool2d();
    case 'batchNorm':
      return new BatchNorm2d({ numFeatures: input[0] });
    case 'dropout':
      return new Dropout({ p: layer.p, generator });
    case 'activation': {
      if (layer.name === 'LeakyReLU') return new LeakyReLU({ negativeSlope: slopeOf(layer) });
      if (layer.name === 'Softmax') break;
      return new activations[layer.name]();
    }
    case 'residual':
      return new Residual({
        body: modulesOf(layer.body, input, generator),
        shortcut: modulesOf(layer.shortcut ?? [], input, generator),
      });
  }
  throw new Error(`no module for ${layer.kind}`);
}

type PoolLayer = Extract<Layer, { kind: 'maxPool' | 'averagePool' }>;
const poolOptions = (layer: Omit<PoolLayer, 'kind'>) => {
  const { kernelSize, stride, padding, dilation, ceilMode } = layer;
  return { kernelSize, stride, padding, dilation, ceilMode };
};

function modulesOf(
  layers: readonly NamedLayer[],
  input: Shape,
  generator: Generator,
): Record<string, Module> {
  const chain = measureChain(layers, input);
  if (!chain.ok) throw new Error(`${chain.within} does not fit`);
  return Object.fromEntries(
    chain.value.flatMap((each): [string, Module][] => {
      const made: [string, Module] = [each.name, moduleOf(each.layer, each.input, generator)];
      return each.layer.kind === 'linear'
        ? [[`flatten-${each.name}`, new Flatten()], made]
        : [made];
    }),
  );
}

/** The reference network of a description, with PyTorch's starting values from a seed. */
export function build({ layers, input }: Network, seed: number): Sequential {
  return new Sequential(modulesOf(layers, input, manualSeed(seed)));
}

/** The parameters that a description has: what a layer without biases adds is zero and not its own. */
export function namesOf({ layers }: Network, network: Sequential): string[] {
  const without = allLayers(layers).flatMap(({ name, layer }) =>
    'bias' in layer && !layer.bias ? [`${name}.bias`] : [],
  );
  return Object.keys(network.stateDict()).filter((name) => !without.includes(name));
}
