import { lenet5Choices } from '$lib/network';
import { recipeOf } from '$lib/training/recipes';
import { networkOfRun, type Settings } from '$lib/training/settings';

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * What a file of a run is called, without its ending: `lenet5-one-cycle-seed0-99.22`, the last being the percentage
 * of unseen digits that it reads right, where that is known.
 */
export function fileNameOf(settings: Settings, accuracy?: number): string {
  const recipe = recipeOf(settings);
  return [
    lenet5Choices(networkOfRun(settings)) ? 'lenet5' : 'network',
    ...(recipe ? [dashed(recipe)] : []),
    `seed${settings.seed}`,
    ...(accuracy === undefined || !Number.isFinite(accuracy) ? [] : [(100 * accuracy).toFixed(2)]),
  ].join('-');
}
