import { kernelSpan } from '../output-size';
import { failure, success, type Result } from '../result';
import { firstProblem, largestField } from '../whole';
import { mostCommon } from './commonness';
import { behaviourOf } from './behaviour';
import { halvedOf, nearestFamilies } from './families';
import {
  smallest,
  solvableFields,
  type SolvableField,
  type WindowQuestion,
  type WindowSolutions,
} from './window';

const usualLargest = { input: 1024, kernel: 64, stride: 64, padding: 32, dilation: 16 } as const;

/** Of two missing settings one is tried value by value, and no further than this. */
const hardLimit = 1024;

/** The most solutions that are written out; all are counted. */
export const mostListed = 100;

/**
 * Every whole-number way to fill in the missing settings of a window so that its output has the
 * wanted size; if there is none, those that come nearest. One missing setting is looked for as far
 * as a field goes, two as far as they usually go. Settings without effect are listed once: a kernel
 * of 1 has the smallest dilation that can be built, and where only one window fits, the smallest
 * stride stands for all larger ones. A kernel that the padded input cannot hold is not proposed, in
 * ceil mode neither.
 */
export function solveWindow(question: WindowQuestion): Result<WindowSolutions> {
  const { known, output, outputPadding = 0 } = question;
  const problem = firstProblem([
    ['output', output, 1],
    ['outputPadding', outputPadding, 0],
    ...solvableFields.flatMap((field) => {
      const value = known[field];
      return value === undefined ? [] : [[field, value, smallest[field]] as const];
    }),
  ]);
  if (problem) return failure(problem);

  const missing = solvableFields.filter(
    (field) => known[field] === undefined && !(field === 'padding' && question.paddingMode),
  );
  const tried = Object.fromEntries(
    missing.map((field) => [field, largestOf(field, missing, question)]),
  );
  const families = nearestFamilies(question, missing, tried, behaviourOf(question));
  return success({
    exact: families[0]?.output === output,
    count: families.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    found: mostCommon(families, missing, question, mostListed),
    tried,
  });
}

/** How far to try a missing setting. */
function largestOf(
  field: SolvableField,
  missing: readonly SolvableField[],
  question: WindowQuestion,
): number {
  if (question.largest !== undefined) return question.largest;
  if (missing.length < 2) return largestField;
  const limit = field === halvedOf(missing) ? largestField : hardLimit;
  return Math.min(limit, Math.max(usualLargest[field], reachOf(field, question)));
}

/** How far a setting can matter at all, as far as what is known tells. */
function reachOf(field: SolvableField, question: WindowQuestion): number {
  const { known, layer, output, outputPadding = 0 } = question;
  const isTransposed = layer === 'transposed';
  const margin = 2 * (known.padding ?? 0);
  switch (field) {
    case 'kernel':
    case 'stride':
      return (isTransposed ? output : (known.input ?? 0)) + margin;
    case 'dilation':
      return outputPadding + 1;
    case 'input': {
      const { stride = 4, kernel = usualLargest.kernel, dilation = 1 } = known;
      return isTransposed ? output + margin : output * stride + kernelSpan(kernel, dilation);
    }
    case 'padding':
      return 0;
  }
}
