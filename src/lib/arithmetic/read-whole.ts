import { readChineseNumber } from './chinese-number';
import { failure, success, type Field, type Result } from './result';
import { wholeProblem } from './whole';

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads what was typed into a field as a whole number from `minimum` up. Full-width and Chinese
 * digits count as digits, and a true minus as a minus: 28, ２８, 二八 and 二十八 are all 28.
 */
export function readWhole(field: Field, text: string, minimum: number): Result<number> {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll('。', '.').trim();
  if (plain === '') return failure({ code: 'empty', field });
  const value = decimal.test(plain) ? Number(plain) : (readChineseNumber(plain) ?? NaN);
  const problem = wholeProblem(field, value, minimum);
  return problem ? failure(problem) : success(value);
}
