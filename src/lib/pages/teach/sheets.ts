import { c3Table, lenet5Network } from '$lib/network';
import { conv2d, maxPool2d, tensor, zeros, type Tensor } from '$lib/nn';
import { layerTable } from '$lib/views/network/layer-table';

/** What a layer does, as it is said on a sheet. */
export type LayerWork =
  | { readonly kind: 'convolution'; readonly count: number; readonly kernel: number }
  | { readonly kind: 'pooling'; readonly window: number; readonly stride: number }
  | { readonly kind: 'dense'; readonly count: number };

/** A row of the table of the layers. */
export interface SheetLayer {
  readonly name: string;
  readonly work: LayerWork;
  readonly output: readonly number[];
  readonly parameters: number;
  readonly products: number;
}

/** The seven layers of the notebook's own network, the side of the picture, and the sums of the last two columns. */
export function layersSheet() {
  const network = lenet5Network();
  const { rows, totals } = layerTable(network);
  const layers = rows.map(({ name, layer, measure }): SheetLayer => {
    const [count, height] = measure.output;
    const work: LayerWork =
      layer.kind === 'maxPool' || !('bias' in layer)
        ? { kind: 'pooling', ...windowOf(layer) }
        : height > 1 && 'kernelSize' in layer
          ? { kind: 'convolution', count, kernel: layer.kernelSize[0] }
          : { kind: 'dense', count };
    const output = height === 1 ? [count] : [...measure.output];
    return { name, work, output, parameters: measure.parameters, products: measure.multiplyAdds };
  });
  return {
    side: network.input[1],
    layers,
    parameters: totals.parameters,
    products: totals.multiplyAdds,
  };
}

function windowOf(layer: object): { window: number; stride: number } {
  if (!('kernelSize' in layer && 'stride' in layer)) throw new Error('layersSheet: no window');
  const [window] = layer.kernelSize as [number, number];
  const [stride] = layer.stride as [number, number];
  return { window, stride };
}

/** Table I of the paper: which maps of S2 each map of C3 sees, and what follows for its parameters. */
export function tableSheet() {
  const [c3] = lenet5Network().layers.filter(({ name }) => name === 'c3');
  if (!('kernelSize' in c3.layer)) throw new Error('tableSheet: C3 has no kernel');
  const [kernel] = c3.layer.kernelSize;
  const pairs = c3Table.reduce((sum, { length }) => sum + length, 0);
  const inputs = Math.max(...c3Table.flat()) + 1;
  const weights = pairs * kernel * kernel;
  return { table: c3Table, inputs, kernel, pairs, weights, parameters: weights + c3Table.length };
}

/** A stroke that bends, and a kernel that looks for its edge. */
const picture = [
  [0, 0, 0, 0, 0, 0],
  [0, 2, 2, 2, 2, 0],
  [0, 0, 0, 0, 2, 0],
  [0, 0, 0, 2, 0, 0],
  [0, 0, 2, 0, 0, 0],
  [0, 0, 2, 0, 0, 0],
];
const kernel = [
  [-1, -1, -1],
  [1, 1, 1],
  [0, 0, 0],
];
const bias = -1;

const asTensor = (rows: readonly (readonly number[])[]): Tensor =>
  tensor([1, 1, rows.length, rows[0].length], rows.flat());

function rowsOf({ shape, data }: Tensor): number[][] {
  const [, , height, width] = shape;
  return Array.from({ length: height }, (_, row) => [
    ...data.slice(row * width, (row + 1) * width),
  ]);
}

/** A convolution with small whole numbers, then ReLU and pooling; computed by the reference network's operations. */
export function convolutionSheet() {
  const offset = zeros([1]);
  offset.data[0] = bias;
  const sums = conv2d(asTensor(picture), asTensor(kernel), offset);
  const relu = tensor(
    sums.shape,
    sums.data.map((sum) => Math.max(0, sum)),
  );
  const { output: pooled } = maxPool2d(relu, { kernelSize: 2, stride: 1 });
  const best = sums.data.indexOf(Math.max(...sums.data));
  const width = sums.shape[3];
  return {
    picture,
    kernel,
    bias,
    sums: rowsOf(sums),
    relu: rowsOf(relu),
    pooled: rowsOf(pooled),
    largest: { row: Math.floor(best / width), column: best % width },
  };
}
