import { kernelSpan } from '../output-size';
import { failure, success, type Result } from '../result';
import { firstProblem } from '../whole';
import { byCommonness } from './commonness';
import { behaviourOf } from './behaviour';
import {
  solvableFields,
  type SolvableField,
  type WindowQuestion,
  type WindowSolution,
  type WindowSolutions,
} from './window';

const smallest = { input: 1, kernel: 1, stride: 1, padding: 0, dilation: 1 } as const;
const usualLargest = { input: 1024, kernel: 64, stride: 64, padding: 32, dilation: 16 } as const;

/** Trying goes no further than this, whatever is known, so that two missing settings stay quick. */
const hardLimit = 1024;

/**
 * Every whole-number way to fill in the missing settings of a window so that its output has the
 * wanted size; if there is none, those that come nearest. Settings without effect are listed once:
 * a kernel of 1 has dilation 1, and where only one window fits, the smallest stride stands for all
 * larger ones. A kernel that the padded input cannot hold is not proposed, in ceil mode neither.
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

  const { distance, found } = nearestWindows(question);
  const missing = solvableFields.filter((field) => isMissing(field, question));
  const tried = Object.fromEntries(missing.map((field) => [field, largestOf(field, question)]));
  return success({
    exact: distance === 0,
    found: found.sort(byCommonness(missing, question)),
    tried,
  });
}

const isMissing = (field: SolvableField, { known, paddingMode }: WindowQuestion) =>
  known[field] === undefined && !(field === 'padding' && paddingMode);

/** How far to try a missing setting: as far as usual, or as far as the known picture is wide. */
function largestOf(field: SolvableField, question: WindowQuestion): number {
  const { known, largest, layer, output } = question;
  const picture = layer === 'transposed' ? output : (known.input ?? 0);
  const width = picture + 2 * (known.padding ?? 0);
  const reach = field === 'kernel' || field === 'stride' ? width : 0;
  return Math.min(hardLimit, largest ?? Math.max(usualLargest[field], reach));
}

/**
 * Of all windows that fit, with the missing settings from their smallest to what is tried, those
 * whose output is nearest to the wanted one, and how far they are from it.
 */
function nearestWindows(question: WindowQuestion): { distance: number; found: WindowSolution[] } {
  const { known } = question;
  const { paddings, outputOf, strideMatters } = behaviourOf(question);
  let distance = Infinity;
  let found: WindowSolution[] = [];
  const range = (field: SolvableField) =>
    [known[field] ?? smallest[field], known[field] ?? largestOf(field, question)] as const;
  const [input0, input1] = range('input');
  const [kernel0, kernel1] = range('kernel');
  const [stride0, stride1] = range('stride');
  const [dilation0, dilation1] = range('dilation');

  for (let input = input0; input <= input1; input++) {
    for (let kernel = kernel0; kernel <= kernel1; kernel++) {
      for (let dilation = dilation0; dilation <= dilation1; dilation++) {
        if (kernel === 1 && dilation > dilation0) break;
        const [padding0, padding1] = paddings(kernelSpan(kernel, dilation), range('padding'));
        for (let padding = padding0; padding <= padding1; padding++) {
          for (let stride = stride0; stride <= stride1; stride++) {
            const window = { input, kernel, stride, padding, dilation };
            const output = outputOf(window);
            if (output === undefined) continue;
            const away = Math.abs(output - question.output);
            if (away < distance) [distance, found] = [away, []];
            if (away === distance) found.push({ window, output });
            if (!strideMatters(window, output)) break;
          }
        }
      }
    }
  }
  return { distance, found };
}
