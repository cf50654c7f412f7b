import { measureChain } from '$lib/arithmetic';
import {
  allLayers,
  slopeOf,
  type Activation,
  type Layer,
  type NamedLayer,
  type Network,
  type Shape,
} from '$lib/network';
import { outputCodes } from '$lib/network/digit-codes';
import { buildProblem } from './buildable';
import type { Generator } from './generator';
import { initialize, type Initialization } from './initialization';
import type { Module } from './module';
import { BatchNorm2d } from './modules/batch-norm2d';
import { Conv2d } from './modules/conv2d';
import { Dropout } from './modules/dropout';
import { EuclideanRbf } from './modules/euclidean-rbf';
import { Linear } from './modules/linear';
import {
  AvgPool2d,
  Flatten,
  GlobalAvgPool2d,
  LeakyReLU,
  MaxPool2d,
  ReLU,
  ScaledTanh,
  Sigmoid,
  Tanh,
} from './modules/plain';
import { Residual } from './modules/residual';
import { Sequential } from './modules/sequential';
import { SparseConv2d } from './modules/sparse-conv2d';
import { Subsample2d } from './modules/subsample2d';
import { tensor, type Tensor } from './tensor';

/**
 * The network of a description, its starting values drawn from the generator layer by layer as a
 * PyTorch script draws them, and stretched to `rule` or to the layer's own. Throws where
 * `buildProblem` says why it cannot be built.
 */
export function build(
  network: Network,
  generator: Generator,
  rule: Initialization = 'pytorch',
): Sequential {
  const problem = buildProblem(network);
  if (problem) throw new Error(`build: ${JSON.stringify(problem)}`);
  const { modules, isFlat } = chain(network.layers, network.input, '', false, generator);
  // Scores are a row of numbers, whatever the last layer makes.
  if (!isFlat) modules.flatten = new Flatten();
  const built = new Sequential(modules, network);
  const own = allLayers(network.layers).flatMap(({ name, layer }) =>
    'start' in layer && layer.start ? [[name, layer.start] as const] : [],
  );
  initialize(built, rule, new Map(own));
  return built;
}

/** The modules of layers one after another; `isFlat` where a row of features leaves them. */
function chain(
  layers: readonly NamedLayer[],
  input: Shape,
  before: string,
  flat: boolean,
  generator: Generator,
): { readonly modules: Record<string, Module>; readonly isFlat: boolean } {
  const measured = measureChain(layers, input);
  const modules: Record<string, Module> = {};
  let isFlat = flat;
  for (const { name, layer, input: reads } of measured.ok ? measured.value : []) {
    if ((layer.kind === 'linear' || layer.kind === 'rbf') && !isFlat) {
      modules[`${before}flatten`] = new Flatten();
      isFlat = true;
    }
    if (layer.kind === 'residual') {
      const body = chain(layer.body, reads, `${name}.`, isFlat, generator);
      const way = chain(layer.shortcut ?? [], reads, `${name}.shortcut.`, isFlat, generator);
      modules[name] = new Residual({ body: body.modules, shortcut: way.modules });
      isFlat = body.isFlat;
    } else modules[name] = moduleOf(layer, reads, generator);
  }
  return { modules, isFlat };
}

type Simple = Exclude<Layer, { kind: 'residual' }>;

/** The module of a layer that reads maps [channels, height, width]. */
function moduleOf(layer: Simple, [channels, height, width]: Shape, generator: Generator): Module {
  switch (layer.kind) {
    case 'conv': {
      const { outChannels, kernelSize, stride, padding, dilation, groups, bias } = layer;
      const sliding = { kernelSize, stride, padding, dilation, groups };
      return new Conv2d({ inChannels: channels, outChannels, ...sliding, bias, generator });
    }
    case 'sparse': {
      const { table, kernelSize, stride, padding, dilation, bias } = layer;
      return new SparseConv2d({ table, kernelSize, stride, padding, dilation, bias, generator });
    }
    case 'linear': {
      const inFeatures = channels * height * width;
      const { outChannels: outFeatures, bias } = layer;
      return new Linear({ inFeatures, outFeatures, bias, generator });
    }
    case 'maxPool':
    case 'averagePool': {
      const { kernelSize, stride, padding, dilation, ceilMode } = layer;
      const options = { kernelSize, stride, padding, dilation, ceilMode };
      return layer.kind === 'maxPool' ? new MaxPool2d(options) : new AvgPool2d(options);
    }
    case 'globalAveragePool':
      return new GlobalAvgPool2d();
    case 'subsample': {
      const { kernelSize, stride, padding, dilation } = layer;
      return new Subsample2d({ channels, kernelSize, stride, padding, dilation, generator });
    }
    case 'batchNorm':
      return new BatchNorm2d({ numFeatures: channels });
    case 'dropout':
      return new Dropout({ p: layer.p, generator });
    case 'activation':
      return activationOf(layer);
    case 'transposed':
      throw new Error(`build: no operation for ${layer.kind}`);
    case 'rbf':
      return new EuclideanRbf({ codes: codes() });
  }
}

/** The paper's codes: [ten digits, 84 features]. */
function codes(): Tensor {
  return tensor([outputCodes.length, outputCodes[0].length], outputCodes.flat());
}

function activationOf(layer: Activation): Module {
  switch (layer.name) {
    case 'ReLU':
      return new ReLU();
    case 'LeakyReLU':
      return new LeakyReLU({ negativeSlope: slopeOf(layer) });
    case 'Tanh':
      return new Tanh();
    case 'Sigmoid':
      return new Sigmoid();
    case 'ScaledTanh':
      return new ScaledTanh();
    case 'Softmax':
      throw new Error('build: no operation for Softmax');
  }
}
