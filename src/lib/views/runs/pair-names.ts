import { writeNetwork } from '$lib/network';
import { presets } from '$lib/network/presets';
import type { Settings } from '$lib/training';
import type { Locale } from '$lib/ui/locale';
import { shorten } from '$lib/ui/shorten';
import { presetTitle } from '$lib/views/network/preset-title';
import { pairMessages } from './pair-messages';
import { choiceMessages, settingMessages } from './setting-messages';

/** What a setting is, as a form says it; a network by its name if it has one. */
function valueOf(settings: Settings, name: keyof Settings, locale: Locale): string {
  const value = String(settings[name]);
  if (name === 'network') {
    const preset = presets.find(({ network }) => writeNetwork(network) === value);
    return preset ? presetTitle(preset, locale) : shorten(value, 40);
  }
  const words: Readonly<Record<string, unknown>> = choiceMessages[locale];
  const word = words[value];
  return typeof word === 'string' ? word : value;
}

/**
 * What two runs are called beside each other: by what they differ in, a network by its name alone. Two
 * that differ in nothing are the first and the second.
 */
export function pairNames(
  runs: readonly [Settings, Settings],
  locale: Locale,
): readonly [string, string] {
  const t = pairMessages[locale];
  const [first, second] = runs;
  const differing = (Object.keys(first) as (keyof Settings)[]).filter(
    (name) => first[name] !== second[name],
  );
  if (differing.length === 0) return [t.first, t.second];
  const nameOf = (settings: Settings) =>
    t.list(
      differing.map((name) => {
        const value = valueOf(settings, name, locale);
        return name === 'network' ? value : t.differs(settingMessages[locale][name], value);
      }),
    );
  return [nameOf(first), nameOf(second)];
}
