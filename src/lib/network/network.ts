import type { Layer, NamedLayer, Shape } from './layer';

/**
 * What training makes small: the cross-entropy of scores; or, of the distances of an EuclideanRbf, which
 * must stand last, the paper's equation 8 (`mse`, the distance of the right class) or 9 (`map`, which also
 * keeps the wrong classes away).
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
  /** The constant j of `map`, above 0: the distance of its rubbish class; 1 if not given. */
  readonly j?: number;
}

/** The constant j of equation 9. */
export function jOf({ j = 1 }: Pick<Network, 'j'>): number {
  return j;
}

/** The loss of layers that name none: that of distances where they end in an EuclideanRbf. */
export function usualLoss(layers: readonly Layer[]): Loss {
  return layers.at(-1)?.kind === 'rbf' ? 'mse' : 'crossEntropy';
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
