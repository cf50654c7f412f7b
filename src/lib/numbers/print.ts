/*
 * How numbers are written, here and nowhere else. Every text reads back to the value within the
 * precision of its style: `Number(text)` gives it, once the separators of thousands are taken out.
 */

/** What is no finite number, or nothing: 0 has no sign. */
function special(value: number): string | undefined {
  if (value === 0) return '0';
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? '∞' : '-∞';
}

/** `1.250e+7` as `1.250e7`; in full where rounding would lead past the largest number there is. */
function scientific(value: number, digits: number): string {
  const rounded = value.toExponential(Math.max(0, digits - 1));
  const text = Number.isFinite(Number(rounded)) ? rounded : value.toExponential();
  return text.replace('e+', 'e');
}

/** Without noughts at the end of a fraction: `1.250e7` is `1.25e7`, `12.0` is `12`. */
const withoutNoughts = (text: string) =>
  text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');

/** The whole part of a number in groups of three: `61706.5` is `61,706.5`. */
export const grouped = (text: string) =>
  text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** A whole number with separators, the same in every language: 61706 is `61,706`. Others are rounded. */
export function formatInteger(value: number): string {
  const whole = Math.round(value);
  // From 1e21 on there are no plain digits.
  return (
    special(whole) ?? (Math.abs(whole) < 1e21 ? grouped(String(whole)) : scientific(whole, 17))
  );
}

/**
 * A real number in few characters, for tables and captions: `digits` after the point, scientific
 * where that would hide it (0.0000125 is `1.25e-5`), and `0` for exact zero.
 */
export function formatNumber(value: number, digits = 3): string {
  const magnitude = Math.abs(value);
  const isHidden = magnitude < 10 ** -digits || magnitude >= 1e6;
  return special(value) ?? (isHidden ? scientific(value, digits) : value.toFixed(digits));
}

/** A number with this many significant digits: `0.0041`, and `7.9e-5` where noughts would hide it. */
export function formatSignificant(value: number, digits: number): string {
  const magnitude = Math.abs(value);
  const isHidden = magnitude < 1e-3 || magnitude >= 1e21;
  return (
    special(value) ??
    (isHidden ? scientific(value, digits) : value.toPrecision(digits).replace('e+', 'e'))
  );
}

/** A number with this many significant digits, never scientific, for prose: `0.00004213`, `-2.262`. */
export function formatPlain(value: number, digits: number): string {
  const given = special(value);
  if (given !== undefined) return given;
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  return grouped(value.toFixed(Math.min(100, Math.max(0, digits - 1 - exponent))));
}

/**
 * A number with at most this many significant digits, without noughts at the end: `0.5`, `1.25e-7`.
 * Plain from `from` up to `below`, scientific outside.
 */
export function formatBrief(value: number, digits: number, [from, below] = [1e-4, 1e12]): string {
  const given = special(value);
  if (given !== undefined) return given;
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  if (magnitude >= from && magnitude < below) return String(rounded);
  return withoutNoughts(scientific(value, digits));
}

/**
 * A number of a trace in few characters: whole ones as they are, others with three digits after the
 * point, or three digits that count where that would say less (0.00247, 7.45e-4).
 */
export function formatValue(value: number): string {
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) && magnitude < 1e6) return formatInteger(value);
  return magnitude < 0.1 && magnitude >= 1e-3 ? formatSignificant(value, 3) : formatNumber(value);
}

/** A share of one as a percentage: 0.9637 is `96.4%`, and less than one never 100%: `> 99.9%`. */
export function formatPercent(share: number, digits = 1): string {
  const percent = share * 100;
  const most = 100 - 10 ** -digits;
  if (share < 1 && percent >= most + 0.5 * 10 ** -digits) return `> ${most.toFixed(digits)}%`;
  // Minus nothing is nothing.
  const text = Number.isFinite(percent)
    ? percent.toFixed(digits).replace(/^-(?=[0.]+$)/, '')
    : special(percent);
  return `${text}%`;
}

/** A probability as a percentage; a softmax is never certain, so that also 1 is `> 99.9%`. */
export const formatProbability = (probability: number): string =>
  formatPercent(Math.min(probability, 1 - Number.EPSILON));

/** A number of bytes as a reader knows it: `398 B`, `240 kB`, `11.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
