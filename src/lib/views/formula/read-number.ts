import { readWhole } from '$lib/arithmetic';

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number typed into a field, in any digits that `readWhole` takes; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll('。', '.').trim();
  if (decimal.test(plain)) {
    const value = Number(plain);
    return Number.isFinite(value) ? value : undefined;
  }
  const whole = readWhole('input', plain, Number.MIN_SAFE_INTEGER);
  return whole.ok ? whole.value : undefined;
}
