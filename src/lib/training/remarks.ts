import * as v from 'valibot';
import { lenet5Choices, type Network } from '$lib/network';
import { recipeOf } from './recipes';
import { settingsSchema, type Settings } from './settings';

/** What a weights file says of the run that it comes from, and so of the network that its numbers belong to. */
export function metadataOf(settings: Settings, network: Network): Record<string, string> {
  const choices = lenet5Choices(network);
  const recipe = recipeOf(settings);
  return {
    network: settings.network,
    ...(choices && {
      activation: choices.activation,
      pooling: choices.pooling,
      border: choices.border,
    }),
    normalize: settings.normalize,
    ...(recipe && { recipe }),
    seed: String(settings.seed),
    settings: JSON.stringify(settings),
  };
}

/**
 * The settings of the run that a weights file comes from, as its metadata tell them; undefined where they tell
 * none. A file from before settings held a network says its border beside them.
 */
export function settingsIn(remarks: Readonly<Record<string, string>>): Settings | undefined {
  const { settings: text, border } = remarks;
  if (text === undefined) return undefined;
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof settings !== 'object' || settings === null) return undefined;
  const read = v.safeParse(settingsSchema, {
    ...(border !== undefined && { border }),
    ...settings,
  });
  return read.success ? read.output : undefined;
}
