import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import type { SlidingOptions } from '../window';
import { combinations, range } from './axis';
import type { Operand, Term } from './rule';
import {
  convolutionSliding,
  reader,
  term,
  type Explainer,
  type Reader,
  type Sliding,
} from './site';
import { along, bias, gradient, indexed, inp, out, slopeOf, sumsOver, weight } from './tex';

/*
 * Names of the indices: o output channel, y, x row and column of the output; c input channel, a, b row
 * and column of the kernel; row, column of the input.
 */

/** Explains `conv2d`: each output is its bias and the products of a window with a kernel. */
export function explainConv2d(trace: Trace, step: Step, options: SlidingOptions): Explainer {
  const [inputName, weightName, biasName] = step.reads;
  const [outputName] = step.writes;
  const names = { input: inputName, weight: weightName, output: outputName };
  const slide = convolutionSliding(trace, names, options);
  const { rows, columns } = slide;
  const input = reader(trace, inputName, 'input');
  const weights = reader(trace, weightName, 'weight');
  const biases = reader(trace, biasName, 'bias');
  const [outChannels, inChannels, kH, kW] = weights.shape;
  const [, outH, outW] = slide.output;
  const { dilation = 1 } = options;

  return {
    rule([o, y, x]) {
      const terms: Term[] = [term(biases.at([o]))];
      for (let c = 0; c < inChannels; c++)
        for (let a = 0; a < kH; a++)
          for (let b = 0; b < kW; b++) {
            const pixel = pixelAt(input, slide, [c, rows.pixel(y, a), columns.pixel(x, b)]);
            terms.push(term(weights.at([o, c, a, b]), pixel));
          }
      return { kind: 'sum', terms };
    },
    symbols([o, y, x]) {
      const { signs, letters } = sumsOver([
        ['c', inChannels],
        ['i', kH],
        ['j', kW],
      ]);
      const [c, i, j] = letters;
      const row = along(rows.pixel(y, 0), dilation, i);
      const column = along(columns.pixel(x, 0), dilation, j);
      const product = `${weight(indexed('w', [o, c, i, j]))}\\,${inp(indexed('x', [c, row, column]))}`;
      return `${out(indexed('y', [o, y, x]))} = ${bias(indexed('b', [o]))} + ${signs} ${product}`;
    },
    users(read, index) {
      if (read === 0) {
        const [ys, xs] = windowsOver(slide, index);
        return combinations(range(outChannels), ys, xs);
      }
      return combinations([index[0]], range(outH), range(outW));
    },
  };
}

/** Explains `conv2dWeightGrad`: each weight correlates the output's gradient with the input. */
export function explainConv2dWeightGrad(
  trace: Trace,
  step: Step,
  options: SlidingOptions,
): Explainer {
  const [gradName, inputName] = step.reads;
  const [weightName] = step.writes;
  const names = { input: inputName, weight: weightName, output: gradName };
  const slide = convolutionSliding(trace, names, options);
  const { rows, columns } = slide;
  const grads = reader(trace, gradName, 'gradient');
  const input = reader(trace, inputName, 'input');
  const [outChannels, outH, outW] = slide.output;
  const [inChannels] = slide.input;
  const { stride = 1 } = options;

  return {
    rule([o, c, a, b]) {
      const terms: Term[] = [];
      for (let y = 0; y < outH; y++)
        for (let x = 0; x < outW; x++) {
          const pixel = pixelAt(input, slide, [c, rows.pixel(y, a), columns.pixel(x, b)]);
          terms.push(term(grads.at([o, y, x]), pixel));
        }
      return { kind: 'sum', terms };
    },
    symbols([o, c, a, b]) {
      const { signs, letters } = sumsOver([
        ['i', outH],
        ['j', outW],
      ]);
      const [i, j] = letters;
      const row = along(rows.pixel(0, a), stride, i);
      const column = along(columns.pixel(0, b), stride, j);
      const product = `${gradient(indexed('g', [o, i, j]))}\\,${inp(indexed('x', [c, row, column]))}`;
      return `${slopeOf(indexed('w', [o, c, a, b]))} = ${signs} ${product}`;
    },
    users(read, index) {
      if (read === 0) {
        const [o] = index;
        return combinations([o], range(inChannels), range(rows.kernel), range(columns.kernel));
      }
      const [c, row, column] = index;
      const as = rows.touches(row).map(({ tap }) => tap);
      const bs = columns.touches(column).map(({ tap }) => tap);
      return combinations(range(outChannels), [c], as, bs);
    },
  };
}

/** Explains `conv2dBiasGrad`: each bias adds up the gradients of its channel. */
export function explainConv2dBiasGrad(trace: Trace, step: Step): Explainer {
  const grads = reader(trace, step.reads[0], 'gradient');
  const [, outH, outW] = grads.shape;
  return {
    rule([o]) {
      const places = combinations([o], range(outH), range(outW));
      return { kind: 'sum', terms: places.map((place) => term(grads.at(place))) };
    },
    symbols([o]) {
      const { signs, letters } = sumsOver([
        ['i', outH],
        ['j', outW],
      ]);
      return `${slopeOf(indexed('b', [o]))} = ${signs} ${gradient(indexed('g', [o, ...letters]))}`;
    },
    users: (_, [o]) => [[o]],
  };
}

/**
 * Explains `conv2dInputGrad`: each pixel gathers the gradients of all outputs whose window it was
 * in, each through the weight that lay on it.
 */
export function explainConv2dInputGrad(
  trace: Trace,
  step: Step,
  options: SlidingOptions,
): Explainer {
  const [gradName, weightName] = step.reads;
  const [inputName] = step.writes;
  const names = { input: inputName, weight: weightName, output: gradName };
  const slide = convolutionSliding(trace, names, options);
  const { rows, columns } = slide;
  const grads = reader(trace, gradName, 'gradient');
  const weights = reader(trace, weightName, 'weight');
  const [outChannels] = slide.output;
  const [inChannels] = slide.input;
  const { stride = 1, padding = 0, dilation = 1 } = options;

  return {
    rule([c, row, column]) {
      const terms: Term[] = [];
      for (let o = 0; o < outChannels; o++)
        for (const { window: y, tap: a } of rows.touches(row))
          for (const { window: x, tap: b } of columns.touches(column))
            terms.push(term(grads.at([o, y, x]), weights.at([o, c, a, b])));
      return { kind: 'sum', terms };
    },
    symbols([c, row, column]) {
      const { signs, letters } = sumsOver([
        ['k', outChannels],
        ['i', rows.kernel],
        ['j', columns.kernel],
      ]);
      const [k, i, j] = letters;
      const back = (pixel: number, letter: string) => {
        const from = along(pixel + padding, -dilation, letter);
        return stride === 1 ? from : `(${from})/${stride}`;
      };
      const g = gradient(indexed('g', [k, back(row, i), back(column, j)]));
      const product = `${g}\\,${weight(indexed('w', [k, c, i, j]))}`;
      return `${slopeOf(indexed('x', [c, row, column]))} = ${signs} ${product}`;
    },
    users(read, index) {
      if (read === 0) {
        const [, y, x] = index;
        return combinations(range(inChannels), rows.reach(y), columns.reach(x));
      }
      const [, c, a, b] = index;
      const under = (axis: typeof rows, tap: number) =>
        range(axis.windows)
          .map((window) => axis.pixel(window, tap))
          .filter((pixel) => axis.inside(pixel));
      return combinations([c], under(rows, a), under(columns, b));
    },
  };
}

/** The input's number at [c, row, column], or the zero that lies there in the padding. */
function pixelAt(input: Reader, { rows, columns }: Sliding, index: readonly number[]): Operand {
  const [, row, column] = index;
  if (rows.inside(row) && columns.inside(column)) return input.at(index);
  return { kind: 'padding', role: 'input', index, value: 0 };
}

/** The rows and the columns of the windows that reach the pixel [c, row, column]. */
function windowsOver({ rows, columns }: Sliding, [, row, column]: readonly number[]): number[][] {
  return [rows.touches(row), columns.touches(column)].map((touches) =>
    touches.map(({ window }) => window),
  );
}
