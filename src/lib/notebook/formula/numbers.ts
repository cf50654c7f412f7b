import { formatBrief, grouped } from '$lib/numbers/print';
import { printedTex } from '$lib/numbers/tex';

/** A number in TeX, and whether it is all of it or rounded. */
export interface NumberTex {
  tex: string;
  exact: boolean;
}

/**
 * A number in TeX with at most `precision` significant digits, whole ones below 1e12 in full: 61706 is
 * `61{,}706`, 0.5 is `0.5`, 1.25e-7 is `1.25 \times 10^{-7}`.
 */
export function numberTex(value: number, precision = 6): NumberTex {
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e12;
  const text = formatBrief(value, isWhole ? 12 : precision);
  return { tex: printedTex(grouped(text)), exact: isWhole || Number(text) === value };
}
