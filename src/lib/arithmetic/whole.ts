import { failure, success, type Field, type Reason, type Result } from './result';

/** The largest size, count or step that is taken: far past any picture, and sums stay exact. */
export const largestField = 1_000_000;

/** The reason why `value` is not a whole number from `minimum` to `largestField`, if it is not. */
export function wholeProblem(field: Field, value: number, minimum: number): Reason | undefined {
  if (Number.isNaN(value)) return { code: 'not-a-number', field };
  if (value > largestField) return { code: 'too-large', field, value, maximum: largestField };
  if (value < minimum) return { code: 'too-small', field, value, minimum };
  if (!Number.isInteger(value)) return { code: 'not-whole', field, value };
  return undefined;
}

/** The first problem among settings given as `[field, value, smallest allowed]`. */
export function firstProblem(
  settings: readonly (readonly [Field, number, number])[],
): Reason | undefined {
  for (const setting of settings) {
    const problem = wholeProblem(...setting);
    if (problem) return problem;
  }
  return undefined;
}

/** `count` as an answer, as long as it is still exact; `field` is blamed when it is not. */
export function exactCount(field: Field, count: number): Result<number> {
  return Number.isSafeInteger(count)
    ? success(count)
    : failure({ code: 'result-too-large', field });
}
