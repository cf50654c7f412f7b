import { lenet5Layers, sizeOf } from '$lib/nn';

/** How many layers `lenet5` has, and how many parameters they hold together. */
export function lenet5Cost(): { layers: number; parameters: number } {
  const layers = lenet5Layers();
  const shapes = layers.flatMap(({ parameters }) => parameters.map(({ shape }) => shape));
  return {
    layers: layers.length,
    parameters: shapes.reduce((sum, shape) => sum + sizeOf(shape), 0),
  };
}
