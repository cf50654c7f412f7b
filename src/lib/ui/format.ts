// Made once: `toLocaleString` would make one for every number, which takes longer than the rest.
const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with separators: 61706 is `61,706` in both languages. */
export function formatInteger(value: number): string {
  return integers.format(value);
}

/**
 * A real number in few characters, for tables and captions: `digits` after the point, scientific
 * where that would hide it (0.0000125 is `1.25e-5`), and `0` for exact zero. A script can read it back.
 */
export function formatNumber(value: number, digits = 3): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
  const magnitude = Math.abs(value);
  const hidden = magnitude < 10 ** -digits || magnitude >= 1e6;
  const text = hidden ? value.toExponential(digits - 1) : value.toFixed(digits);
  return text.replace('e+', 'e');
}

/** A share of one as a percentage: 0.9637 is `96.4%`. */
export function formatPercent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/** A number of bytes as a reader knows it: `398 B`, `240 kB`, `11.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
