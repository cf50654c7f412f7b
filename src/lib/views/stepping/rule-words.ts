import type { Explanation, LeafRule, Place } from '$lib/nn';
import type { Locale } from '$lib/ui/locale';
import { numberMessages } from './number-messages';
import { splitBias } from './products';

/** The grey level of a pixel, and whether it lies in the border of the digit. */
interface Pixel {
  readonly byte: number;
  readonly isBorder: boolean;
}

/** How a number at a place was made, in a few words to stand beside it; `pixel` counts for one of the input's. */
export function ruleWords(
  { rule }: Explanation,
  { state }: Place,
  pixel: Pixel,
  locale: Locale,
): string {
  const t = numberMessages[locale];
  switch (rule.kind) {
    case 'sum': {
      if (state === 'updated') return t.updated;
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
      return leafWords(rule.leaf, pixel, locale);
    default:
      return t[rule.kind];
  }
}

function leafWords(leaf: LeafRule['leaf'], pixel: Pixel, locale: Locale): string {
  const t = numberMessages[locale];
  const words = {
    pixel: pixel.isBorder ? t.leafBorder : t.leafPixel(pixel.byte),
    parameter: t.leafParameter,
    statistic: t.leafStatistic,
    code: t.leafCode,
    sampleCurvature: t.leafSampleCurvature,
    label: t.leafLabel,
    earlierState: t.leafEarlierState,
  };
  return words[leaf];
}
