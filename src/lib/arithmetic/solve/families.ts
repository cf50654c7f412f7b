import { kernelSpan } from '../output-size';
import type { Behaviour } from './behaviour';
import { nearestRuns, type Run } from './runs';
import { smallest, type SolvableField, type WindowNumbers, type WindowQuestion } from './window';

/** Windows that differ in one setting, which goes from `first` to `last`, and have one output. */
export interface Family extends Run {
  readonly field: SolvableField;
  /** The window with that setting; it settles what depends on it too. */
  windowAt(value: number): WindowNumbers;
}

type Settings = { -readonly [Field in SolvableField]: number };

/** The missing setting that is looked for by halving; if there is another, it is tried value by value. */
export function halvedOf(missing: readonly SolvableField[]): SolvableField | undefined {
  const order = ['input', 'stride', 'dilation', 'padding', 'kernel'] as const;
  return order.find((field) => missing.includes(field));
}

/** The padding that a name stands for; half a pixel where `same` needs an odd number of them. */
const paddingByName = {
  same: (span: number) => (span - 1) / 2,
  full: (span: number) => span - 1,
  valid: () => 0,
};

/**
 * Of all windows that can be built, with the missing settings up to what is tried, those whose
 * output is nearest to the wanted one. One missing setting is looked for by halving, for each value
 * of the other, so that the work grows with the range of one setting alone.
 */
export function nearestFamilies(
  { known, output: wanted, paddingMode }: WindowQuestion,
  missing: readonly SolvableField[],
  tried: Readonly<Partial<WindowNumbers>>,
  behaviour: Behaviour,
): Family[] {
  const field = halvedOf(missing);
  if (!field) return [];
  const other = missing.find((one) => one !== field);
  const dilationIsFree = missing.includes('dilation');
  const largest = (one: SolvableField) => tried[one] ?? smallest[one];

  /** Sets what follows from a window's other settings. */
  const settle = (window: Settings): Settings => {
    if (dilationIsFree && window.kernel === 1) {
      window.dilation = behaviour.idleDilation(window.stride);
    }
    if (paddingMode) {
      window.padding = paddingByName[paddingMode](kernelSpan(window.kernel, window.dilation));
    }
    return window;
  };
  /** One window is tried again and again: thousands of new ones would be the most of the work. */
  const tryOut: Settings = { ...smallest, ...known };
  const outputAt = (value: number, stride = tryOut.stride) => {
    tryOut.stride = stride;
    tryOut[field] = value;
    settle(tryOut);
    return dilationIsFree && tryOut.dilation > largest('dilation')
      ? -Infinity
      : behaviour.outputOf(tryOut);
  };

  /** The last value of a setting that is tried: one is enough for the dilation of a single tap. */
  const lastOf = (one: SolvableField) =>
    one === 'dilation' && tryOut.kernel === 1 ? smallest.dilation : largest(one);

  /** A run without the windows that a smaller stride gives too: undefined if these are all. */
  const withoutIdleStrides = (run: Run): Run | undefined => {
    const matters = (value: number) => {
      outputAt(value);
      return behaviour.strideMatters(tryOut, run.output);
    };
    if (field === 'stride') return matters(run.first) ? run : { ...run, last: run.first };
    const { stride } = tryOut;
    const isIdle = (value: number) => {
      if (matters(value)) return false;
      const smaller = outputAt(value, stride - 1);
      tryOut.stride = stride;
      return smaller === run.output;
    };
    // The inputs for which a smaller stride does the same are the first ones of the run.
    let [first, end] = [run.first, run.last + 1];
    while (stride > 1 && first < end) {
      const middle = Math.floor((first + end) / 2);
      if (isIdle(middle)) first = middle + 1;
      else end = middle;
    }
    return first > run.last ? undefined : { ...run, first };
  };

  let families: Family[] = [];
  let distance = Infinity;
  const search = () => {
    const fixed = { ...tryOut };
    const windowAt = (value: number) => settle({ ...fixed, [field]: value });
    const runs = nearestRuns(outputAt, smallest[field], lastOf(field), wanted, distance);
    for (const run of runs) {
      const kept = missing.includes('stride') ? withoutIdleStrides(run) : run;
      if (!kept) continue;
      const away = Math.abs(run.output - wanted);
      if (away < distance) [distance, families] = [away, []];
      families.push({ ...kept, field, windowAt });
    }
  };
  if (!other) search();
  else {
    const last = lastOf(other);
    for (let value = smallest[other]; value <= last; value++) {
      tryOut[other] = value;
      search();
    }
  }
  return families;
}
