import { conv2dShape } from './conv2d';
import { manualSeed } from './generator';
import { lenet5 } from './lenet5';
import type { Module, Sequential } from './modules/sequential';
import { expectShape, sizeOf } from './tensor';
import { poolShape } from './window';

/** One layer of a network, as tables and pictures of it need it. Shapes leave out the sample axis. */
export interface Layer {
  /** The paper's name: `c1`, `s2`, … */
  readonly name: string;
  readonly kind: Module['kind'];
  /** The kind of the nonlinearity that belongs to the layer, if it has one. */
  readonly activation?: Module['kind'];
  /** [C, H, W], or [features]; what a Flatten lays out in a row is given as it was before. */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  /** How the kernel slides, in a convolution or a pooling layer. */
  readonly window?: LayerWindow;
  /** Names such as `c1.weight` and their shapes; none in a pooling layer. */
  readonly parameters: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/** A layer's kernel, the same in both directions, with PyTorch's defaults filled in. */
export interface LayerWindow {
  readonly kernelSize: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** The layers, in order, of a network that reads pictures of the shape [C, H, W]. */
export function layersOf(network: Sequential, inputShape: readonly number[]): Layer[] {
  const parameters = [...network.parameters()];
  const layers: Layer[] = [];
  let shape = inputShape;
  for (const [name, module] of network.modules) {
    // A Flatten moves nothing, and `c1.activation` belongs to the layer c1.
    if (module.kind === 'flatten' || name.includes('.')) continue;
    const outputShape = shapeAfter(module, shape);
    layers.push({
      name,
      kind: module.kind,
      activation: network.modules.get(`${name}.activation`)?.kind,
      inputShape: shape,
      outputShape,
      window: windowOf(module),
      parameters: parameters
        .filter(([parameter]) => parameter.startsWith(`${name}.`))
        .map(([parameter, { value }]) => ({ name: parameter, shape: value.shape })),
    });
    shape = outputShape;
  }
  return layers;
}

/** The seven layers of `lenet5`, which reads [1, 28, 28]: c1, s2, c3, s4, c5, f6, output. */
export function lenet5Layers(): Layer[] {
  return layersOf(lenet5(manualSeed(0)), [1, 28, 28]);
}

/** The shape that a module makes of one sample's; throws if it cannot read such a sample. */
function shapeAfter(module: Module, shape: readonly number[]): readonly number[] {
  switch (module.kind) {
    case 'conv2d':
      return conv2dShape([1, ...shape], module.weight.value.shape, module.options).slice(1);
    case 'maxPool2d':
    case 'avgPool2d':
      return poolShape(module.kind, [1, ...shape], module.options).slice(1);
    case 'linear': {
      const [outFeatures, inFeatures] = module.weight.value.shape;
      expectShape('linear', 'input', [sizeOf(shape)], [inFeatures]);
      return [outFeatures];
    }
    default:
      return shape;
  }
}

function windowOf(module: Module): LayerWindow | undefined {
  const defaults = { padding: 0, dilation: 1 };
  switch (module.kind) {
    case 'conv2d': {
      const [, , kernelSize] = module.weight.value.shape;
      return { ...defaults, stride: 1, ...module.options, kernelSize };
    }
    case 'maxPool2d':
    case 'avgPool2d':
      return { ...defaults, stride: module.options.kernelSize, ...module.options };
    default:
      return undefined;
  }
}
