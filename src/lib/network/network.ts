import type { Layer, NamedLayer, Shape } from './layer';

/**
 * What training makes small: cross-entropy, the mean squared error against the targets, or the paper's
 * maximum a posteriori (equation 9). `map` needs an EuclideanRbf last.
 */
export type Loss = 'crossEntropy' | 'mse' | 'map';

/**
 * A network: what it reads, its layers one after another, and its loss. Nothing else says what a
 * network is: shapes, counts, weights, pictures and files follow from it.
 */
export interface Network {
  readonly input: Shape;
  readonly layers: readonly NamedLayer[];
  readonly loss: Loss;
}

/** The layers of a chain, those inside residual blocks before their block, each under its name. */
export function allLayers(layers: readonly NamedLayer[]): NamedLayer[] {
  return layers.flatMap((named) => [
    ...waysOf(named.layer).flatMap((way) => allLayers(way)),
    named,
  ]);
}

/** The chains inside a layer: body and shortcut of a residual block, none of any other. */
export function waysOf(layer: Layer): (readonly NamedLayer[])[] {
  return layer.kind === 'residual' ? [layer.body, layer.shortcut ?? []] : [];
}
