import { lenet5Network, type Shape } from '$lib/network';
import { layerTable, type LayerRow } from '$lib/views/network/layer-table';
import type { LayerShape } from './plan';

/** A shape as a picture's: [C, H, W], or units as one map of one row. */
function pictureOf([channels, height, width]: Shape): Omit<LayerShape, 'layer' | 'window'> {
  return height === 1 && width === 1
    ? { maps: 1, rows: 1, columns: channels, size: String(channels) }
    : { maps: channels, rows: height, columns: width, size: `${channels}×${height}×${width}` };
}

/** How a layer's square window slides. */
function windowOf({ layer }: LayerRow): LayerShape['window'] {
  if (!('kernelSize' in layer) || typeof layer.padding === 'string') return undefined;
  const [[kernelSize], [stride], [padding]] = [layer.kernelSize, layer.stride, layer.padding];
  return { kernelSize, stride, padding };
}

/** What the strip shows before the network is here: the input and every layer of LeNet-5, in order. */
export function lenet5Shapes(): LayerShape[] {
  const network = lenet5Network();
  const shapeOf = (row: LayerRow): LayerShape => ({
    layer: row.name,
    ...pictureOf(row.measure.output),
    window: windowOf(row),
  });
  return [
    { layer: 'input', ...pictureOf(network.input) },
    ...layerTable(network).rows.map(shapeOf),
  ];
}

/** How many parameters each layer of LeNet-5 has, by its name. */
export function lenet5Counts(): Record<string, number> {
  const { rows } = layerTable(lenet5Network());
  return Object.fromEntries(rows.map(({ name, measure }) => [name, measure.parameters]));
}
