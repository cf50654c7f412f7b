import type { Layer, Network } from '$lib/network';

/** Curvature does not go back through a layer. */
export interface CurvatureProblem {
  readonly code: 'curvature';
  readonly name: string;
  readonly kind: Layer['kind'];
}

/** The kinds of layers through which curvature goes back. */
const curved: readonly Layer['kind'][] = [
  'conv',
  'sparse',
  'linear',
  'subsample',
  'activation',
  'rbf',
];

/** Why stochastic diagonal Levenberg–Marquardt does not train a network; undefined where it does. */
export function curvatureProblem({ layers }: Network): CurvatureProblem | undefined {
  const odd = layers.find(
    ({ layer }) =>
      !curved.includes(layer.kind) ||
      (layer.kind === 'activation' && layer.name !== 'ScaledTanh' && layer.name !== 'Tanh'),
  );
  if (odd) return { code: 'curvature', name: odd.name, kind: odd.layer.kind };
  const last = layers.at(-1);
  if (last?.layer.kind === 'rbf') return undefined;
  return { code: 'curvature', name: last?.name ?? '', kind: last?.layer.kind ?? 'linear' };
}
