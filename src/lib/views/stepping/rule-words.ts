import type { Explanation, LeafRule } from '$lib/nn';
import type { Locale } from '$lib/ui/locale';
import { readName } from '../tensor/names';
import { numberMessages } from './number-messages';
import { splitBias } from './products';

/** How a number was made, in a few words to stand beside it; `byte` is the grey level of a pixel. */
export function ruleWords({ rule, ref }: Explanation, byte: number, locale: Locale): string {
  const t = numberMessages[locale];
  switch (rule.kind) {
    case 'sum': {
      if (readName(ref.tensor).state === 'updated') return t.updated;
      const { bias, products } = splitBias(rule);
      if (bias) return t.sumWithBias(products.length);
      if (products.length === 1) return t.product;
      const areProducts = products.some(({ factors }) => factors.length > 1);
      return areProducts ? t.sumOfProducts(products.length) : t.sumOfNumbers(products.length);
    }
    case 'maximum':
      return t.maximum(1 + rule.losers.length);
    case 'gate':
      return rule.open ? t.gateOpen : t.gateShut;
    case 'route':
      return rule.windows.some(({ won }) => won) ? t.routeWon : t.routeLost;
    case 'leaf':
      return leafWords(rule.leaf, byte, locale);
    default:
      return t[rule.kind];
  }
}

function leafWords(leaf: LeafRule['leaf'], byte: number, locale: Locale): string {
  const t = numberMessages[locale];
  const words = {
    pixel: t.leafPixel(byte),
    parameter: t.leafParameter,
    statistic: t.leafStatistic,
    label: t.leafLabel,
    earlierState: t.leafEarlierState,
  };
  return words[leaf];
}
