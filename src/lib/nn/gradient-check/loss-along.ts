import type { Ref } from '../rules/operand';
import { offsetOf, tensor, type Tensor } from '../tensor';
import { runSteps } from '../trace/run';
import type { Step } from '../trace/step';
import { givenTo, tensorOf, type Trace } from '../trace/trace';
import { cornersOf } from './kinks';

/**
 * How the numbers of a pass are kept. In `float32` every number of every tensor, given or computed,
 * is rounded to float32; the sums inside one step are still added up in float64, so that a program
 * that adds in float32 too is no more exact than this.
 */
export type Precision = 'float64' | 'float32';

const keep: Readonly<Record<Precision, (tensor: Tensor) => Tensor>> = {
  float64: (tensor) => tensor,
  float32: ({ shape, data }) => ({ shape, data: new Float64Array(new Float32Array(data)) }),
};

/** What the corners of ReLU and max pooling do: switch as they will, or stay as they are at w. */
export type Corners = 'free' | 'held';

/** The loss of a trace's sample as a function of one parameter. */
export interface LossAlong {
  readonly precision: Precision;
  /** w: where the parameter stands in the trace. */
  readonly start: number;
  /** The steps whose tensors change with the parameter, in order; the last writes the loss. */
  readonly steps: readonly Step[];
  /** All tensors of the pass with the parameter at `value`. */
  evaluate(value: number, corners?: Corners): ReadonlyMap<string, Tensor>;
}

/** The loss as a function of the parameter `ref`. The trace stays as it is. Throws if it has no such number. */
export function lossAlong(trace: Trace, ref: Ref, precision: Precision): LossAlong {
  const parameter = tensorOf(trace, ref.tensor);
  const offset = offsetOf(parameter.shape, ref.index);
  const passes = trace.steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  // What comes before the parameter is read does not change with it.
  const first = passes.findIndex(({ reads }) => reads.includes(ref.tensor));
  if (first === -1) throw new Error(`lossAlong: no step reads ${ref.tensor}`);
  const steps = passes.slice(first);
  const start = parameter.data[offset];
  const base = precision === 'float64' ? trace.tensors : rounded(trace, passes);

  return {
    precision,
    start,
    steps,
    evaluate(value, corners = 'free') {
      const moved = tensor(parameter.shape, base.get(ref.tensor)?.data ?? []);
      moved.data[offset] = value;
      const given = new Map(base).set(ref.tensor, keep[precision](moved));
      return run(steps, given, precision, corners === 'held' ? base : undefined);
    },
  };
}

/** The trace's pass once more, from its input and its parameters, with every tensor in float32. */
function rounded(trace: Trace, passes: readonly Step[]): ReadonlyMap<string, Tensor> {
  const given = [...givenTo(trace)].map(([name, each]) => [name, keep.float32(each)] as const);
  return run(passes, new Map(given), 'float32');
}

/** The steps one by one, each result kept in the precision; corners stay as in `held`, if given. */
function run(
  steps: readonly Step[],
  given: ReadonlyMap<string, Tensor>,
  precision: Precision,
  held?: ReadonlyMap<string, Tensor>,
): ReadonlyMap<string, Tensor> {
  return steps.reduce<ReadonlyMap<string, Tensor>>((tensors, step) => {
    const [name] = step.writes;
    const output = (held && heldOutput(step, tensors, held)) ?? runSteps([step], tensors).get(name);
    return output ? new Map(tensors).set(name, keep[precision](output)) : tensors;
  }, given);
}

/** A step with a corner, on the side on which it stands in `held`; nothing for a smooth step. */
function heldOutput(
  step: Step,
  tensors: ReadonlyMap<string, Tensor>,
  held: ReadonlyMap<string, Tensor>,
): Tensor | undefined {
  const corners = cornersOf(step);
  const [input, before] = [tensors.get(step.reads[0]), held.get(step.reads[0])];
  return corners && input && before && corners.held(input, before, corners.options);
}
