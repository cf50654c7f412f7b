import { recipeOf, type RunRecord } from '$lib/training';
import type { Locale } from '$lib/ui/locale';
import { runMessages } from './run-messages';
import { settingMessages } from './setting-messages';

/** What a kept run is called: as the reader has named it, or by its recipe and its seed. */
export function runName({ name, settings }: RunRecord, locale: Locale): string {
  if (name !== '') return name;
  const recipe = recipeOf(settings);
  const names = settingMessages[locale];
  return runMessages[locale].name(
    recipe ? names[`${recipe}Recipe`] : names.ownRecipe,
    settings.seed,
  );
}
