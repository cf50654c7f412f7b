import { defaultSettings, recipeOf, type RunRecord } from '$lib/training';
import type { Locale } from '$lib/ui/locale';
import { shorten } from '$lib/ui/shorten';
import { runMessages } from './run-messages';
import { settingMessages } from './setting-messages';

/** What a kept run is called: as the reader has named it, or by its recipe, its seed and a network of its own. */
export function runName({ name, settings }: RunRecord, locale: Locale): string {
  if (name !== '') return name;
  const recipe = recipeOf(settings);
  const names = settingMessages[locale];
  const called = runMessages[locale].name(
    recipe ? names[`${recipe}Recipe`] : names.ownRecipe,
    settings.seed,
  );
  const { network } = settings;
  return network === defaultSettings.network ? called : `${called} · ${shorten(network, 40)}`;
}
