import { lenet5Layers, sizeOf, type Layer } from '$lib/nn';
import type { LayerShape } from './plan';

/** A shape as a picture's: [C, H, W], or units as one map of one row. */
function pictureOf(
  shape: readonly number[],
): Pick<LayerShape, 'maps' | 'rows' | 'columns' | 'size'> {
  const [maps, rows, columns] = shape.length === 3 ? shape : [1, 1, shape[0]];
  return { maps, rows, columns, size: shape.join('×') };
}

/** What the strip shows before the network is here: the input and every layer of LeNet-5, in order. */
export function lenet5Shapes(): LayerShape[] {
  const layers = lenet5Layers();
  const shapeOf = ({ name, outputShape, window }: Layer): LayerShape => ({
    layer: name,
    ...pictureOf(outputShape),
    window,
  });
  return [{ layer: 'input', ...pictureOf(layers[0].inputShape) }, ...layers.map(shapeOf)];
}

/** How many parameters each layer of LeNet-5 has, by its name. */
export function lenet5Counts(): Record<string, number> {
  return Object.fromEntries(
    lenet5Layers().map(({ name, parameters }) => [
      name,
      parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    ]),
  );
}
