import { activationPart } from '$lib/network';

/** Where a tensor of a trace stands. */
export interface Place {
  /** `c1 s2 c3 …`; for the two ends `input`, `label`, `probabilities` and `loss`. */
  readonly layer: string;
  /** What of the layer it is; none at the two ends. */
  readonly part?: string;
  /** What became of it: its gradient, its updated value, the optimiser's state of it. */
  readonly state?: string;
}

/** A place as links and people write it: `c3.weight.grad`. */
export function nameOf({ layer, part, state }: Place): string {
  return [layer, part, state].filter((each) => each !== undefined).join('.');
}

/** The place of the gradient of what stands at a place, and of what a gradient is of. */
export const gradOf = (place: Place): Place => ({ ...place, state: 'grad' });
export const ofGrad = ({ layer, part }: Place): Place => ({ layer, part });

/** The place of the second derivative along what stands at a place. */
export const curvatureOf = (place: Place): Place => ({ ...place, state: 'curvature' });

/** What an optimiser calls the second derivatives of the nth of its first samples, from 0. */
export const sampleState = (n: number) => `curvature${n}`;

/** Which of its first samples such a state, before an update, is of; undefined for any other. */
export function sampleOfState(state = ''): number | undefined {
  const found = /^curvature(\d+)\.before$/.exec(state);
  return found ? Number(found[1]) : undefined;
}

/** Whether a gradient stands at a place: of a number there, not one that an optimiser remembers. */
export const isGrad = ({ state }: Place) => state === 'grad';

/** The place of what a module makes: `c3` makes `c3.output`, `c3.activation` what it is called. */
export function outputPlace(module: string): Place {
  const suffix = `.${activationPart}`;
  return module.endsWith(suffix)
    ? { layer: module.slice(0, -suffix.length), part: activationPart }
    : { layer: module, part: 'output' };
}

const parameterParts = ['weight', 'bias', 'runningMean', 'runningVar'];

/**
 * Whether a tensor belongs to a layer and not to the sample: a parameter, its gradient, its updated
 * value, the optimiser's state of it, or a running statistic. Only what belongs to the sample has a
 * sample axis.
 */
export function isOfParameter({ part = '' }: Place): boolean {
  return parameterParts.includes(part);
}
