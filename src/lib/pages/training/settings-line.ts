import type { Settings } from '$lib/training';
import type { Locale } from '$lib/ui/locale';
import { choiceMessages } from '$lib/views/runs/setting-messages';
import { messages } from './messages';

/** The settings that decide most, in one line: learning rate, batch, epochs, optimiser, schedule, seed. */
export function settingsLine(settings: Settings, locale: Locale): string {
  const t = messages[locale];
  const { lr, batchSize, epochs, optimizer, schedule, seed } = settings;
  const isCycle = schedule === 'oneCycle';
  return [
    isCycle ? t.upTo(String(lr)) : t.rate(String(lr)),
    t.batchesOf(batchSize),
    t.rounds(epochs),
    choiceMessages[locale][optimizer],
    ...(isCycle ? [t.cycle] : []),
    t.seeded(seed),
  ].join(t.comma);
}
