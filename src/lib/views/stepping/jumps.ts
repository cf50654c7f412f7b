import { explain, type Ref, type Trace } from '$lib/nn';
import type { LayerStep } from './steps';
import { largestOf, nextLargest, nextZero } from './walk';

/**
 * A kind of number worth going to: one of the largest that the step makes, the largest gradient, one
 * that ReLU stopped, a maximum that won its window.
 */
export type Jump = 'largest' | 'gradient' | 'stopped' | 'winner';

/** The steps that make numbers of a kind. */
const makers: Record<Exclude<Jump, 'largest'>, (step: LayerStep) => boolean> = {
  gradient: ({ phase }) => phase === 'backward',
  stopped: ({ kind }) => kind === 'relu' || kind === 'reluInputGrad',
  winner: ({ kind }) => kind === 'maxPool2d',
};

/**
 * Where one may jump to from a step: where the network has such numbers. On the way back the largest numbers
 * are gradients already.
 */
export function jumpsOf(
  { phase, writes }: LayerStep,
  steps: readonly LayerStep[],
): readonly Jump[] {
  if (writes.length === 0) return [];
  const others = (['gradient', 'stopped', 'winner'] as const).filter(
    (jump) => (jump !== 'gradient' || phase !== 'backward') && steps.some(makers[jump]),
  );
  return ['largest', ...others];
}

/**
 * Where a jump leads from an opened number of a step: to the next of its kind in the step, or to the
 * first in the next step that has such numbers, from the first step again after the last.
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
  const here = isMade && makers[to](step) ? nextHere(trace, opened, to) : undefined;
  if (here) return here;
  const round = [...steps.slice(position + 1), ...steps.slice(0, position + 1)];
  for (const { writes } of round.filter(makers[to])) {
    const largest = largestOf(trace, writes[0]);
    const target = to === 'stopped' ? nextZero(trace, largest) : largest;
    if (target) return target;
  }
  return undefined;
}

/** The next of its kind among the numbers that a step makes; of a maximum, the number that won. */
function nextHere(trace: Trace, opened: Ref, to: Exclude<Jump, 'largest'>): Ref | undefined {
  if (to === 'gradient') return nextLargest(trace, opened);
  if (to === 'stopped') return nextZero(trace, opened);
  const { rule } = explain(trace, opened);
  return rule.kind === 'maximum' ? rule.winner.ref : undefined;
}
