import { addOperation, forkOperation } from './add';
import { avgPool2dOperation } from './avg-pool2d';
import { conv2dOperation } from './conv2d';
import { crossEntropyOperation } from './cross-entropy';
import {
  gradientOrder,
  type GradientOf,
  type OperationDefinition,
  type StepDefinition,
} from './definition';
import { dropoutOperation } from './dropout';
import { euclideanRbfOperation } from './euclidean-rbf';
import { globalAvgPool2dOperation } from './global-avg-pool2d';
import { leakyReluOperation } from './leaky-relu';
import { linearOperation } from './linear';
import { mapOperation, posteriorOperation } from './map';
import { maxPool2dOperation } from './max-pool2d';
import { mseOperation } from './mse';
import { normalizeOperation } from './normalize';
import { normalizeBatchOperation } from './normalize-batch';
import { reluOperation } from './relu';
import { scaleChannelsOperation } from './scale-channels';
import { scaledTanhOperation } from './scaled-tanh';
import { secondStep } from './second-way';
import { sigmoidOperation } from './sigmoid';
import { softmaxOperation } from './softmax';
import { sparseConv2dOperation } from './sparse-conv2d';
import { subsample2dOperation } from './subsample2d';
import { tanhOperation } from './tanh';

/** Every operation that a network can be made of, by the name that its steps carry. */
export const operations = {
  conv2d: conv2dOperation,
  sparseConv2d: sparseConv2dOperation,
  linear: linearOperation,
  maxPool2d: maxPool2dOperation,
  avgPool2d: avgPool2dOperation,
  globalAvgPool2d: globalAvgPool2dOperation,
  subsample2d: subsample2dOperation,
  relu: reluOperation,
  leakyRelu: leakyReluOperation,
  tanh: tanhOperation,
  scaledTanh: scaledTanhOperation,
  sigmoid: sigmoidOperation,
  normalize: normalizeOperation,
  normalizeBatch: normalizeBatchOperation,
  scaleChannels: scaleChannelsOperation,
  dropout: dropoutOperation,
  add: addOperation,
  fork: forkOperation,
  softmax: softmaxOperation,
  crossEntropy: crossEntropyOperation,
  euclideanRbf: euclideanRbfOperation,
  posterior: posteriorOperation,
  mse: mseOperation,
  map: mapOperation,
} as const satisfies Readonly<Record<string, OperationDefinition>>;

/** The name of an operation. */
export type OperationName = keyof typeof operations;

/**
 * A step forward carries the operation's name, a step back that of its gradient: `conv2dBiasGrad`; on the
 * second way back `conv2dBiasCurvature`.
 */
export type StepKind<Name extends OperationName = OperationName> =
  Name | GradientKind<Name> | CurvatureKind<Name>;

type GradientKind<Name extends OperationName = OperationName> =
  `${Name}${Capitalize<GradientOf>}Grad`;

type CurvatureKind<Name extends OperationName = OperationName> =
  `${Name}${Capitalize<GradientOf>}Curvature`;

type OptionsOf<Definition> =
  Definition extends OperationDefinition<infer Options> ? Options : never;

/** One step of the network or its loss, as plain data: its definition says what it reads. */
export type NetworkOperation = {
  [Name in OperationName]: {
    readonly kind: StepKind<Name>;
    readonly options: OptionsOf<(typeof operations)[Name]>;
  };
}[OperationName];

/** The kind of the step that gives an operation's gradient: `conv2d`, `weight` → `conv2dWeightGrad`. */
export function gradientKind<Name extends OperationName>(
  name: Name,
  of: GradientOf,
): GradientKind<Name> {
  return `${name}${of[0].toUpperCase()}${of.slice(1)}Grad` as GradientKind<Name>;
}

/** The kind of the step beside it on the second way back: `conv2d`, `weight` → `conv2dWeightCurvature`. */
export function curvatureKind<Name extends OperationName>(
  name: Name,
  of: GradientOf,
): CurvatureKind<Name> {
  return `${name}${of[0].toUpperCase()}${of.slice(1)}Curvature` as CurvatureKind<Name>;
}

/** The second derivatives that an operation gives, in the same order; undefined where it gives none. */
export function curvaturesOf(
  name: OperationName,
): readonly (readonly [GradientOf, StepDefinition])[] | undefined {
  const { second }: OperationDefinition = operations[name];
  if (second === undefined) return undefined;
  if (typeof second === 'object') return [['input', second.input]];
  return gradientsOf(name).map(([of, first]) => [of, secondStep(first, second)] as const);
}

/** The gradients that an operation gives, in the order in which a step back computes them. */
export function gradientsOf(
  name: OperationName,
): readonly (readonly [GradientOf, StepDefinition])[] {
  const { gradients }: OperationDefinition = operations[name];
  return gradientOrder.flatMap((of) => {
    const definition = gradients[of];
    return definition ? [[of, definition] as const] : [];
  });
}

/** What is said of an operation's step forward. Throws if nothing is computed there. */
export function forwardOf(name: OperationName): StepDefinition {
  const { forward }: OperationDefinition = operations[name];
  if (!forward) throw new Error(`forwardOf: ${name} computes nothing forward`);
  return forward;
}

const definitions = new Map<string, StepDefinition>(
  (Object.keys(operations) as OperationName[]).flatMap((name) => {
    const { forward }: OperationDefinition = operations[name];
    const back = gradientsOf(name).map(([of, each]) => [gradientKind(name, of), each] as const);
    const second = (curvaturesOf(name) ?? []).map(
      ([of, each]) => [curvatureKind(name, of), each] as const,
    );
    return [...(forward ? [[name, forward] as const] : []), ...back, ...second];
  }),
);

/** What is said of a step of this kind. Throws if no operation has such a step. */
export function definitionOf(kind: StepKind): StepDefinition {
  const found = definitions.get(kind);
  if (!found) throw new Error(`definitionOf: unknown step: ${kind}`);
  return found;
}
