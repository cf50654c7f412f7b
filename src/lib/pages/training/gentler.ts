import type { LiveSettings } from '$lib/training';

/** What a run that ran away may go on with: a tenth of its learning rate. */
export function gentler({ lr, momentum, weightDecay }: LiveSettings): LiveSettings {
  return { lr: Number((lr / 10).toPrecision(6)), momentum, weightDecay };
}
