import { manualSeed } from './generator';
import { lenet5 } from './lenet5';
import type { Module } from './module';
import type { Sequential } from './modules/sequential';
import { zeros } from './tensor';
import { pairOf, type Both, type PoolOptions } from './window';

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
  const outputs = new Map<string, readonly number[]>();
  network.forward(zeros([1, ...inputShape]), (name, { shape }) =>
    outputs.set(name, shape.slice(1)),
  );
  const layers: Layer[] = [];
  let shape = inputShape;
  for (const [name, module] of network.modules) {
    // A Flatten moves nothing, and `c1.activation` belongs to the layer c1.
    if (module.kind === 'flatten' || name.includes('.')) continue;
    const outputShape = outputs.get(name) ?? shape;
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

/** The seven layers of `lenet5`, which reads [1, 32, 32]: c1, s2, c3, s4, c5, f6, output. */
export function lenet5Layers(): Layer[] {
  return layersOf(lenet5(manualSeed(0)), [1, 32, 32]);
}

/** The kernel of a convolution, and of a pooling layer, which keeps its size among its options. */
function windowOf({ kind, options, weight }: Module): LayerWindow | undefined {
  if (kind !== 'conv2d' && kind !== 'maxPool2d' && kind !== 'avgPool2d') return undefined;
  const sliding = options as Partial<PoolOptions>;
  const kernelSize = weight ? weight.value.shape[2] : down(sliding.kernelSize ?? 1);
  const { stride = weight ? 1 : kernelSize, padding = 0, dilation = 1 } = sliding;
  return {
    kernelSize,
    stride: down(stride),
    padding: typeof padding === 'string' ? 0 : down(padding),
    dilation: down(dilation),
  };
}

const down = (both: Both) => pairOf(both)[0];
