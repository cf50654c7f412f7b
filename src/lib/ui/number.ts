import { readChineseNumber } from './chinese-number';

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const grouped = /^[+-]?\d{1,3}(?:([, ])\d{3}(?:\1\d{3})*)(?:\.\d*)?$/;

/** Nobody writes a longer number; what is longer is not looked at, as it would take long. */
const longest = 100;

/**
 * The number that was typed into a field, as it may be typed anywhere: in decimal, full-width or
 * Chinese digits, with a true minus, and in groups of three as this page prints it. 28, ２８, 二八
 * and 二十八 are all 28; 61,706 is 61706. Infinity where it is too large for a number; undefined
 * where it is none, also where nothing stands.
 */
export function readNumber(text: string): number | undefined {
  if (text.length > longest) return undefined;
  const typed = text.normalize('NFKC').replaceAll('−', '-').replaceAll('。', '.').trim();
  const plain = grouped.test(typed) ? typed.replaceAll(/[, ]/g, '') : typed;
  return decimal.test(plain) ? Number(plain) : readChineseNumber(plain);
}
