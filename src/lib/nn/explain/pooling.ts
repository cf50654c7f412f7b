import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import type { AvgPoolOptions, MaxPoolOptions } from '../window';
import { combinations } from './axis';
import type { NamedConstant, Reference } from './rule';
import { poolSliding, reader, term, type Explainer, type Reader, type Sliding } from './site';
import { along, gradient, indexed, inp, out, slopeOf } from './tex';

/*
 * Names of the indices: c channel, y, x row and column of the output; row, column of the input.
 */

/** Explains `maxPool2d`: the largest number of a window, the first of equal ones. */
export function explainMaxPool2d(trace: Trace, step: Step, options: MaxPoolOptions): Explainer {
  const [inputName] = step.reads;
  const [outputName] = step.writes;
  const slide = poolSliding(trace, { input: inputName, output: outputName }, options);
  const input = reader(trace, inputName, 'input');
  const { dilation = 1 } = options;
  return {
    rule(index) {
      const candidates = windowOf(input, slide, index);
      const winner = winnerOf(candidates);
      return { kind: 'maximum', winner, losers: candidates.filter((each) => each !== winner) };
    },
    symbols(index) {
      const last = options.kernelSize - 1;
      const pixel = inp(indexed('x', tapLetters(slide, index, dilation)));
      return `${out(indexed('y', index))} = \\max_{0 \\le i,j \\le ${last}} ${pixel}`;
    },
    users: (_, index) => windowsOver(slide, index),
  };
}

/** Explains `maxPool2dInputGrad`: the gradients of the maxima that this pixel was, and no others. */
export function explainMaxPool2dInputGrad(
  trace: Trace,
  step: Step,
  options: MaxPoolOptions,
): Explainer {
  const [gradName, inputName] = step.reads;
  const [inputGradName] = step.writes;
  const slide = poolSliding(trace, { input: inputGradName, output: gradName }, options);
  const grads = reader(trace, gradName, 'gradient');
  const input = reader(trace, inputName, 'input');
  const winnerAt = (place: readonly number[]) => winnerOf(windowOf(input, slide, place));
  const isAt = (number: Reference, index: readonly number[]) =>
    number.ref.index.every((at, axis) => at === index[axis]);

  return {
    rule: (index) => ({
      kind: 'route',
      windows: windowsOver(slide, index).map((place) => {
        const winner = winnerAt(place);
        return { gradient: grads.at(place), winner, won: isAt(winner, index) };
      }),
    }),
    symbols(index) {
      const pixel = inp(indexed('x', index));
      const shares = windowsOver(slide, index).map(
        (place) => `${gradient(indexed('g', place))}\\,[${pixel} = ${out(indexed('y', place))}]`,
      );
      return `${slopeOf(indexed('x', index))} = ${shares.join(' + ') || '0'}`;
    },
    users(read, index) {
      if (read === 0) return pixelsUnder(slide, index);
      const won = windowsOver(slide, index).filter((place) => isAt(winnerAt(place), index));
      return distinct(won.flatMap((place) => pixelsUnder(slide, place)));
    },
  };
}

/** Explains `avgPool2d`: the numbers of a window, each times one over how many taps it has. */
export function explainAvgPool2d(trace: Trace, step: Step, options: AvgPoolOptions): Explainer {
  const [inputName] = step.reads;
  const [outputName] = step.writes;
  const slide = poolSliding(trace, { input: inputName, output: outputName }, options);
  const input = reader(trace, inputName, 'input');
  const share = shareOf(options);
  return {
    rule: (index) => ({
      kind: 'sum',
      terms: windowOf(input, slide, index).map((pixel) => term(share, pixel)),
    }),
    symbols(index) {
      const last = options.kernelSize - 1;
      const pixel = inp(indexed('x', tapLetters(slide, index, 1)));
      const signs = `\\sum_{i=0}^{${last}}\\sum_{j=0}^{${last}}`;
      return `${out(indexed('y', index))} = ${share.symbol}${signs} ${pixel}`;
    },
    users: (_, index) => windowsOver(slide, index),
  };
}

/** Explains `avgPool2dInputGrad`: the same share of the gradient of every window it was in. */
export function explainAvgPool2dInputGrad(
  trace: Trace,
  step: Step,
  options: AvgPoolOptions,
): Explainer {
  const [gradName] = step.reads;
  const [inputGradName] = step.writes;
  const slide = poolSliding(trace, { input: inputGradName, output: gradName }, options);
  const grads = reader(trace, gradName, 'gradient');
  const share = shareOf(options);
  return {
    rule: (index) => ({
      kind: 'sum',
      terms: windowsOver(slide, index).map((place) => term(share, grads.at(place))),
    }),
    symbols(index) {
      const shares = windowsOver(slide, index).map(
        (place) => `${share.symbol}\\,${gradient(indexed('g', place))}`,
      );
      return `${slopeOf(indexed('x', index))} = ${shares.join(' + ') || '0'}`;
    },
    users: (_, index) => pixelsUnder(slide, index),
  };
}

/** The input's numbers in the window [c, y, x], row by row, without padding. */
function windowOf(input: Reader, slide: Sliding, place: readonly number[]): Reference[] {
  return pixelsUnder(slide, place).map((pixel) => input.at(pixel));
}

/** The first of the largest numbers; one that is not a number counts as the largest. */
function winnerOf(candidates: readonly Reference[]): Reference {
  return candidates.reduce((best, each) =>
    each.value > best.value || Number.isNaN(each.value) ? each : best,
  );
}

function pixelsUnder({ rows, columns }: Sliding, [c, y, x]: readonly number[]): number[][] {
  return combinations([c], rows.reach(y), columns.reach(x));
}

function windowsOver({ rows, columns }: Sliding, [c, row, column]: readonly number[]): number[][] {
  const ys = rows.touches(row).map(({ window }) => window);
  const xs = columns.touches(column).map(({ window }) => window);
  return combinations([c], ys, xs);
}

/** The index of tap (i, j) of a window, in letters. */
function tapLetters(
  { rows, columns }: Sliding,
  [c, y, x]: readonly number[],
  dilation: number,
): (number | string)[] {
  const row = along(rows.pixel(y, 0), dilation, 'i');
  return [c, row, along(columns.pixel(x, 0), dilation, 'j')];
}

function shareOf({ kernelSize }: AvgPoolOptions): NamedConstant {
  const taps = kernelSize * kernelSize;
  return { kind: 'constant', symbol: `\\frac{1}{${taps}}`, value: 1 / taps };
}

function distinct(indices: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(indices.map((index) => [index.join(), index])).values()];
}
