import { readWhole } from '$lib/arithmetic';

const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number typed into a field, in any digits that `readWhole` takes, thousands parted or not; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const typed = text.normalize('NFKC').replaceAll('−', '-').replaceAll('。', '.').trim();
  const plain = grouped.test(typed) ? typed.replaceAll(',', '') : typed;
  if (decimal.test(plain)) {
    const value = Number(plain);
    return Number.isFinite(value) ? value : undefined;
  }
  const whole = readWhole('input', plain, Number.MIN_SAFE_INTEGER);
  return whole.ok ? whole.value : undefined;
}
