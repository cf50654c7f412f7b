import { normalizationTable, normalizations } from '$lib/data';
import { offsetOf, refShape, runSteps, tensorOf, type Ref, type Tensor, type Trace } from '$lib/nn';
import { kinksBetween, lossAlong } from '$lib/nn/gradient-check';
import { pixelGradientStep } from '$lib/views/sample/pass';

/** What a number's tensor is: pixels have a least and a greatest value, parameters have none. */
export const pixels = 'input';

/** How far a number is nudged up and down for a slope. */
export const nudges = [0.1, 0.01, 0.001] as const;

/** The places of a slider: `start + k · step` for every whole k from `least` to `greatest`. */
export interface Places {
  readonly start: number;
  readonly step: number;
  readonly least: number;
  readonly greatest: number;
}

/** How far a parameter can be moved up and down, and by how much at once. */
const reach = 0.6;
const parameterStep = 0.01;

/** A number's places: 0.6 up and down for a parameter; from background to full ink for a pixel. */
export function placesOf(trace: Trace, { tensor, index }: Ref): Places {
  const start = tensorOf(trace, tensor).data[offsetOf(refShape(trace, tensor), index)];
  if (tensor !== pixels) {
    const most = Math.round(reach / parameterStep);
    return { start, step: parameterStep, least: -most, greatest: most };
  }
  const { std } = normalizations.usual;
  const table = normalizationTable(normalizations.usual);
  // Two grey levels at once.
  const step = 2 / 255 / std;
  const within = (distance: number) => Math.floor(distance / step + 1e-9);
  return { start, step, least: -within(start - table[0]), greatest: within(table[255] - start) };
}

/** The value at a place. */
export const valueAt = ({ start, step }: Places, place: number) => start + place * step;

/** All places, first a few over the whole range, then those between: a curve is seen early, and then fine. */
export function coarseFirst({ least, greatest }: Places): number[] {
  const all = Array.from({ length: greatest - least + 1 }, (_, at) => least + at);
  const rank = (place: number) => [12, 4, 2].findIndex((stride) => place % stride === 0) >>> 0;
  return all.sort((a, b) => rank(a) - rank(b) || a - b);
}

/** What a pass with the number at a value comes to. */
export interface Outcome {
  readonly value: number;
  readonly loss: number;
  /** The class with the largest score. */
  readonly answer: number;
}

/** A pass there and back with the number at a value, and what nudging it from there gives. */
export interface Look extends Outcome {
  readonly probabilities: readonly number[];
  /** The number's gradient, from the backward pass at this value. */
  readonly gradient: number;
  /** (L(w + ε) − L(w − ε)) / 2ε for each of `nudges`. */
  readonly quotients: readonly number[];
  /** How many ReLUs and maxima switch between w − ε and w + ε, for the smallest nudge. */
  readonly kinks: number;
  /** The gradients of what the layers give, by their names: `c1.output.grad`. */
  readonly gradients: ReadonlyMap<string, Tensor>;
}

/** The loss of a trace's sample as one of its numbers moves: a parameter, or a pixel. */
export interface Nudger {
  outcome(value: number): Outcome;
  look(value: number): Look;
}

/** Moves the number `ref` of a trace, which stays as it is. Throws where the trace has no such number. */
export function createNudger(trace: Trace, ref: Ref): Nudger {
  const { tensor, index } = ref;
  const whole = tensor === pixels ? { tensor, index: [0, ...index] } : ref;
  const along = lossAlong(trace, whole, 'float64');
  const { shape } = tensorOf(trace, tensor);
  const offset = offsetOf(shape, whole.index);
  const back = trace.steps.filter(({ phase }) => phase === 'backward');
  if (tensor === pixels) back.push(pixelGradientStep(trace));

  function lossAt(value: number): number {
    return along.evaluate(value).get('loss')?.data[0] ?? NaN;
  }
  function outcomeOf(value: number, tensors: ReadonlyMap<string, Tensor>) {
    const probabilities = [...(tensors.get('probabilities')?.data ?? [])];
    return {
      value,
      loss: tensors.get('loss')?.data[0] ?? NaN,
      answer: probabilities.indexOf(Math.max(...probabilities)),
      probabilities,
    };
  }

  return {
    outcome(value) {
      const { loss, answer } = outcomeOf(value, along.evaluate(value));
      return { value, loss, answer };
    },
    look(value) {
      const passed = along.evaluate(value);
      const all = runSteps(back, passed);
      const least = nudges[nudges.length - 1];
      return {
        ...outcomeOf(value, passed),
        gradient: all.get(`${tensor}.grad`)?.data[offset] ?? NaN,
        quotients: nudges.map((by) => (lossAt(value + by) - lossAt(value - by)) / (2 * by)),
        kinks: kinksBetween(
          along.steps,
          along.evaluate(value - least),
          along.evaluate(value + least),
        ).length,
        gradients: new Map([...all].filter(([name]) => /^\w+\.output\.grad$/.test(name))),
      };
    },
  };
}
