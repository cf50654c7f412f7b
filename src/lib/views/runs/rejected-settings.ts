import { choices, numberRanges } from '$lib/training';
import { formatBrief, grouped } from '$lib/numbers/print';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';
import { choiceMessages, settingMessages } from './setting-messages';

const words = defineMessages({
  en: {
    named: (name: string, range: string) => `${name} (${range})`,
    whole: (minimum: string, maximum: string) => `a whole number from ${minimum} to ${maximum}`,
    number: (minimum: string, maximum: string) => `a number from ${minimum} to ${maximum}`,
    choice: (names: readonly string[]) => names.join(', '),
    network: 'one that reads digits and can be trained here',
  },
  zh: {
    named: (name: string, range: string) => `${name}（${range}）`,
    whole: (minimum: string, maximum: string) => `${minimum} 到 ${maximum} 的整数`,
    number: (minimum: string, maximum: string) => `${minimum} 到 ${maximum} 的数`,
    choice: (names: readonly string[]) => names.join('、'),
    network: '能读入数字并在这里训练的网络',
  },
});

const bound = (value: number) => grouped(formatBrief(value, 12, [1e-6, 1e12]));
const isNumber = (field: string): field is keyof typeof numberRanges =>
  Object.hasOwn(numberRanges, field);
const isChoice = (field: string): field is keyof typeof choices => Object.hasOwn(choices, field);

/** What a setting of a link is called where it is set, and what it may be. */
export function settingWithRange(field: string, locale: Locale): string {
  const [t, names, options] = [words[locale], settingMessages[locale], choiceMessages[locale]];
  if (isNumber(field)) {
    const { minimum, maximum, whole } = numberRanges[field];
    return t.named(names[field], (whole ? t.whole : t.number)(bound(minimum), bound(maximum)));
  }
  if (isChoice(field)) {
    return t.named(names[field], t.choice(choices[field].map((option) => options[option])));
  }
  return t.named(names.network, t.network);
}
