import type { Role } from '$lib/figures/mark';
import type { Place } from '$lib/nn';

/** First and second derivatives, weight decay in them or not, and what the optimiser makes of them. */
const gradients = ['grad', 'momentumBuffer', 'expAvg', 'curvature', 'meanCurvature', 'stepSize'];

/** What a tensor is to the step that reads or writes it: the colour of its frame. */
export function roleOf({ part, state = '' }: Place, written: boolean): Role {
  if (gradients.some((each) => state.startsWith(each))) return 'gradient';
  if (part === 'weight' || part === 'bias') return part;
  return written ? 'output' : 'input';
}
