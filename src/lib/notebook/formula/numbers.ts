/** A number in TeX, and whether it is all of it or rounded. */
export interface NumberTex {
  tex: string;
  exact: boolean;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '{,}');
}

/**
 * A number in TeX with at most `precision` significant digits: 61706 is `61{,}706`, 0.5 is `0.5`,
 * 1.25e-7 is `1.25 \times 10^{-7}`.
 */
export function numberTex(value: number, precision = 6): NumberTex {
  const rounded =
    Number.isInteger(value) && Math.abs(value) < 1e12 ? value : round(value, precision);
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d+)(\.\d+)?(?:e([+-]?\d+))?$/.exec(
    plainOrScientific(rounded),
  )!;
  const mantissa = `${sign}${grouped(whole!)}${fraction}`;
  const tex = exponent === undefined ? mantissa : `${mantissa} \\times 10^{${Number(exponent)}}`;
  return { tex, exact: rounded === value };
}

function round(value: number, precision: number): number {
  return Number(value.toPrecision(precision));
}

/** Shortest digits that give the number back, scientific only where it is very large or small. */
function plainOrScientific(value: number): string {
  const magnitude = Math.abs(value);
  const scientific = magnitude !== 0 && (magnitude >= 1e12 || magnitude < 1e-4);
  return scientific ? value.toExponential() : String(value);
}
