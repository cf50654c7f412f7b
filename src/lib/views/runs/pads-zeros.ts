import { lenet5Choices } from '$lib/network';
import { networkOfRun, type RunRecord } from '$lib/training';

/** Whether a run's network is the LeNet-5 that this page began with, whose C1 pads with zeros. */
export function padsZeros({ settings }: Pick<RunRecord, 'settings'>): boolean {
  return lenet5Choices(networkOfRun(settings))?.border === 'zeros';
}
