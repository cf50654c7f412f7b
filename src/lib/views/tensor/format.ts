import { formatNumber } from '$lib/ui/format';

/**
 * A number of a trace in few characters: whole ones as they are, others with three digits after the
 * point, or three digits that count where that would say less (0.00247, 7.45e-4).
 */
export function formatValue(value: number): string {
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) && magnitude < 1e6) return String(value);
  return magnitude < 0.1 && magnitude >= 1e-3 ? value.toPrecision(3) : formatNumber(value);
}
