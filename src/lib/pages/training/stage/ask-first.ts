import type { Progress } from '$lib/training';

/** Whether another run would take the place of one that is not over. */
export const isUnfinished = ({ phase }: Progress): boolean =>
  phase.is === 'training' || phase.is === 'stopped' || phase.is === 'loading';
