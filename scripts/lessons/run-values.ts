import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodePack, imageAt, packs, type Dataset } from '$lib/data';
import { lenet5Network } from '$lib/network';
import { hasRef, offsetOf, parseRef, refShape, tensorOf, type Ref, type Sequential } from '$lib/nn';
import { lossAlong } from '$lib/nn/gradient-check';
import { formatPlain, formatProbability } from '$lib/numbers/print';
import type { UpdatedTrace } from '$lib/optim';
import { readSafetensors } from '$lib/training/safetensors';
import { makerOf } from '$lib/views/sample/loaded-network';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';

/** How many digits of a number are said if a lesson does not say. */
const usualDigits = 4;

const runName = /^(fresh|mini|trained)(?:@(\d))?\/(.+?)(?:#(\d{1,2}))?(%)?$/;
const moved = /^(loss|slope)\((.+?)([+±−])(\d+(?:\.\d+)?)\)$/;

/** The number of a trace; the sample's own are counted without their first axis. */
function numberOf(trace: UpdatedTrace, ref: Ref): number | undefined {
  if (!hasRef(trace, ref)) return undefined;
  const { shape, data } = tensorOf(trace, ref.tensor);
  const index = [...Array<number>(shape.length - ref.index.length).fill(0), ...ref.index];
  return data[offsetOf(shape, index)];
}

/** The loss with one parameter moved, or the slope between two such places around it. */
function whenMoved(trace: UpdatedTrace, text: string): number | undefined {
  const [, what, name, sign, by] = moved.exec(text) ?? [];
  const ref = name === undefined ? undefined : parseRef(name);
  if (!ref || numberOf(trace, ref) === undefined) return undefined;
  const along = lossAlong(trace, ref, 'float64');
  const lossAt = (step: number) => along.evaluate(along.start + step).get('loss')?.data[0] ?? NaN;
  const step = Number(by);
  if (what === 'slope') return (lossAt(step) - lossAt(-step)) / (2 * step);
  return lossAt(sign === '−' ? -step : step);
}

/** How many numbers of a tensor, or of its part with this beginning of an index, are not 0. */
function countOf(trace: UpdatedTrace, { tensor, index }: Ref): number | undefined {
  const found = trace.tensors.get(tensor);
  if (!found) return undefined;
  const shape = refShape(trace, tensor);
  const rest = shape.slice(index.length).reduce((size, axis) => size * axis, 1);
  const from = index.reduce((offset, at, axis) => offset * shape[axis] + at, 0) * rest;
  return found.data.slice(from, from + rest).filter((each) => each !== 0).length;
}

/** What the network answers, 0 to 9. */
function answerOf(trace: UpdatedTrace): number {
  const { data } = tensorOf(trace, 'probabilities');
  return data.indexOf(Math.max(...data));
}

/** A number of a run by its name, without products, as `runValues` documents it. */
function readNumber(trace: UpdatedTrace, name: string): number | undefined {
  if (name === 'answer') return answerOf(trace);
  if (name.startsWith('after.')) {
    const after = { ...trace, tensors: trace.after };
    return readNumber(after, name.slice('after.'.length));
  }
  const counted = parseRef(/^count\((.+)\)$/.exec(name)?.[1] ?? '');
  if (counted) return countOf(trace, counted);
  const ref = parseRef(name);
  return ref ? numberOf(trace, ref) : whenMoved(trace, name);
}

/** A number of a run, or a product of such and of plain numbers: `0.01×c1.weight.grad[2,0,3,4]`. */
function readProduct(trace: UpdatedTrace, text: string): number | undefined {
  const factors = text
    .split('×')
    .map((name) => (/^−?\d+(\.\d+)?$/.test(name) ? Number(name.replace('−', '-')) : readNumber(trace, name)));
  return factors.reduce((product, factor) =>
    product === undefined || factor === undefined ? undefined : product * factor,
  );
}

/**
 * The numbers that figures show of a sample digit's run, for `:value[…]`: `mini/c3.weight.grad[7,2,1,1]`, of the
 * weights `fresh` (of seed 0), `mini` or `trained`, on the 3, or as `mini@5/…` on another digit. After the `/`
 *
 * - a number of the trace, as the microscope names it: `loss`, `probabilities[3]`, `f6.weight[3,17]`,
 * - `after.` and such a number: after one step with the learning rate that the figures take,
 * - `loss(c1.weight[2,0,3,4]+0.5)`: the loss with this number moved by so much; `slope(…±0.01)`: the slope between two such places,
 * - `answer`: the class with the largest score; `count(f6.activation)`, `count(c1.output.grad[2])`: how many of these numbers are not 0,
 * - a product of such numbers and of plain ones: `0.01×c1.weight.grad[2,0,3,4]`.
 *
 * `#6` at the end asks for six significant digits; `%` for a percentage. Reads the files under `root`'s `static`, each once.
 */
export function runValues(root: string): (name: string) => string | undefined {
  const traces = new Map<string, UpdatedTrace>();
  let samples: Dataset | undefined;
  const file = (path: string) => readFileSync(join(root, 'static', path));

  function networkOf(weights: string): Sequential {
    if (weights === 'fresh') return freshNetwork(0);
    const { weights: values } = readSafetensors(file(`weights/${weights}.safetensors`));
    return makerOf(values, lenet5Network())();
  }

  function traceOf(weights: string, label: number): UpdatedTrace {
    const key = `${weights} ${label}`;
    samples ??= decodePack(gunzipSync(file(`data/${packs.samples.file}`))).test;
    const digit = { pixels: imageAt(samples, label), label: samples.labels[label] };
    const trace = traces.get(key) ?? traceDigit(digit, networkOf(weights));
    traces.set(key, trace);
    return trace;
  }

  return (name) => {
    const [, weights, label = '3', number, digits, percent] = runName.exec(name) ?? [];
    if (weights === undefined || number === undefined) return undefined;
    const value = readProduct(traceOf(weights, Number(label)), number);
    if (value === undefined) return undefined;
    if (percent) return formatProbability(value);
    const text = Number.isInteger(value)
      ? String(value)
      : formatPlain(value, digits === undefined ? usualDigits : Number(digits));
    return text.replace('-', '−');
  };
}
