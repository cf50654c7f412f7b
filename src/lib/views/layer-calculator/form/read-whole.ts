import { failure, success, wholeProblem, type Field, type Result } from '$lib/arithmetic';
import { readNumber } from '$lib/ui/number';

/** Reads what was typed into a field as a whole number from `minimum` up. */
export function readWhole(field: Field, text: string, minimum: number): Result<number> {
  if (text.trim() === '') return failure({ code: 'empty', field });
  const value = readNumber(text) ?? NaN;
  const problem = wholeProblem(field, value, minimum);
  return problem ? failure(problem) : success(value);
}
