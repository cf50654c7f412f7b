import { largestField } from '$lib/arithmetic';
import { formatInteger } from '$lib/numbers/print';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';
import { messages } from '../messages';
import {
  fieldsOf,
  layerKinds,
  minimumOf,
  tickFields,
  widthFields,
  type AxisField,
  type LayerKind,
  type LayerSettings,
  type PlainField,
  type TickField,
} from './settings';

const words = defineMessages({
  en: {
    named: (name: string, range: string) => `${name} (${range})`,
    whole: (minimum: string, maximum: string) => `a whole number from ${minimum} to ${maximum}`,
    tick: 'true or false',
    choice: (names: readonly string[]) => names.join(', '),
  },
  zh: {
    named: (name: string, range: string) => `${name}（${range}）`,
    whole: (minimum: string, maximum: string) => `${minimum} 到 ${maximum} 的整数`,
    tick: 'true 或 false',
    choice: (names: readonly string[]) => names.join('、'),
  },
});

/** What a field is called in the form of a kind of layer. */
export function fieldLabel(field: PlainField, kind: LayerKind, locale: Locale): string {
  const t = messages[locale];
  if (kind === 'linear' && field === 'in') return t.featuresIn;
  if (kind === 'linear' && field === 'out') return t.featuresOut;
  if (field === 'in' && !fieldsOf[kind].includes('out')) return t.channels;
  return t[field];
}

/** What a field of a link is called in the form, and what it may be. */
export function fieldWithRange(
  field: keyof LayerSettings,
  kind: LayerKind,
  locale: Locale,
): string {
  const [t, own] = [messages[locale], words[locale]];
  if (field === 'kind') return own.named(t.kind, own.choice(layerKinds.map((each) => t[each])));
  if (isTick(field)) return own.named(t[field], own.tick);
  const range = own.whole(formatInteger(minimumOf(field)), formatInteger(largestField));
  const across = Object.entries(widthFields).find(([, width]) => width === field)?.[0];
  if (across) return own.named(t.across(fieldLabel(across as AxisField, kind, locale)), range);
  return own.named(fieldLabel(field as PlainField, kind, locale), range);
}

const isTick = (field: string): field is TickField => tickFields.some((tick) => tick === field);
