import { explain, type Ref, type Trace } from '$lib/nn';
import type { LayerStep } from './steps';
import { largestOf, nextLargest, nextZero } from './walk';

/**
 * A kind of number worth going to: one of the largest that the step makes, the largest gradient, one
 * that ReLU stopped, a maximum that won its window.
 */
export type Jump = 'largest' | 'gradient' | 'stopped' | 'winner';

/** Where one may jump to from a step; on the way back the largest numbers are gradients already. */
export function jumpsOf({ phase, writes }: LayerStep): readonly Jump[] {
  if (writes.length === 0) return [];
  if (phase === 'backward') return ['largest', 'stopped', 'winner'];
  return ['largest', 'gradient', 'stopped', 'winner'];
}

/** The steps that make numbers of a kind. */
const makers: Record<Exclude<Jump, 'largest'>, (step: LayerStep) => boolean> = {
  gradient: ({ phase }) => phase === 'backward',
  stopped: ({ kind }) => kind === 'relu' || kind === 'reluInputGrad',
  winner: ({ kind }) => kind === 'maxPool2d',
};

/**
 * Where a jump leads from an opened number of a step: to the next of its kind in the step, or to the
 * first in the next step that makes such numbers, from the first step again after the last.
 */
export function jumpTarget(
  trace: Trace,
  steps: readonly LayerStep[],
  position: number,
  opened: Ref,
  to: Jump,
): Ref | undefined {
  const step = steps[position];
  const isMade = step.writes.includes(opened.tensor);
  if (to === 'largest') {
    return isMade ? nextLargest(trace, opened) : largestOf(trace, step.writes[0]);
  }
  if (isMade && makers[to](step)) {
    if (to === 'gradient') return nextLargest(trace, opened);
    if (to === 'stopped') return nextZero(trace, opened);
    const { rule } = explain(trace, opened);
    return rule.kind === 'maximum' ? rule.winner.ref : undefined;
  }
  const ahead = [...steps.slice(position + 1), ...steps.slice(0, position + 1)];
  const next = ahead.find(makers[to]);
  if (!next) return undefined;
  const largest = largestOf(trace, next.writes[0]);
  return to === 'stopped' ? nextZero(trace, largest) : largest;
}
