import { jOf, type Network } from '$lib/network';
import { floatWord } from './arena';
import * as f from './fields';
import type { Description, Entry, Writer } from './writer';

/*
 * The programs of stochastic diagonal Levenberg–Marquardt (section III-E and appendix C of the paper), both
 * taken from those of training: the same way back, with squares in place of weights, inputs and slopes.
 */

/** A copy of a layer's turned weights, squared, that the way back of curvature reads. */
export interface SquaredWeights {
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

const numberOf = ({ numbers }: Description, field: number): number =>
  numbers.find(([each]) => each === field)?.[1] ?? 0;

const replaced = (on: Description, field: number, value: number): Description => ({
  ...on,
  numbers: [...on.numbers.filter(([each]) => each !== field), [field, value]],
});

/** What the loss's own second derivative depends on. */
const withLoss = (on: Description, network: Network): Description => ({
  ...on,
  numbers: [
    ...on.numbers,
    [f.RUBBISH, floatWord(jOf(network))],
    [f.IS_MAP, Number(network.loss === 'map')],
  ],
});

/** Curvature of the total inputs, the inputs and the parameters, the last where gradients are summed. */
export function curvatureProgram(
  writer: Writer,
  network: Network,
): { entries: Entry[]; squares: SquaredWeights[] } {
  const squares: SquaredWeights[] = [];
  const squaredTurned = (on: Description): Description => {
    const bytes = numberOf(on, f.TURNED_BYTES) * numberOf(on, f.GROUPS);
    const to = writer.arena.reserve(bytes);
    squares.push({ from: numberOf(on, f.TURNED), to, bytes });
    return replaced(on, f.TURNED, to);
  };
  const back = ({ operation, on }: Entry): Entry => {
    switch (operation) {
      case f.RBF_GRAD:
        return { operation: f.RBF_CURVATURE, on: withLoss(on, network) };
      case f.ACTIVATE_GRAD:
        return { operation: f.ACTIVATE_CURVATURE, on };
      case f.SCALE_GRAD:
        return { operation, on: replaced(on, f.IS_SQUARED, 1) };
      case f.CONVOLVE_INPUT_GRAD:
      case f.CONNECT_INPUT_GRAD:
        return { operation, on: squaredTurned(on) };
      default:
        return { operation, on };
    }
  };
  const forward = writer.forward;
  // What every later layer reads: pictures and activations; then the sums of their squares.
  const read = forward.filter(({ operation }) => [f.DRAW_IMAGE, f.ACTIVATE].includes(operation));
  const sums = forward.filter(({ operation }) => operation === f.POOL_MEAN);
  const [loss, ...others] = writer.backward.map(back);
  const entries = [
    ...forward,
    loss,
    ...read.map(({ on }) => ({ operation: f.SQUARE, on })),
    ...sums,
    ...others,
  ];
  return { entries, squares };
}

/** One digit there and back, in which fully connected layers are updated as soon as they are passed. */
export function stepProgram(writer: Writer): Entry[] {
  const back = writer.backward.map(({ operation, on }) =>
    operation === f.CONNECT_INPUT_GRAD ? { operation: f.CONNECT_STEP, on } : { operation, on },
  );
  // A layer that reads the picture has no gradient to pass on; it comes last on the way back.
  const passed = new Set(back.map(({ on }) => on));
  const rows = writer.tasks.filter(({ operation }) => operation === f.UPDATE_ROWS);
  const first = [...new Set(rows.map(({ on }) => on))].filter((on) => !passed.has(on));
  const ends = first.map((on) => ({ operation: f.CONNECT_STEP, on }));
  return [...writer.forward, ...back, ...ends];
}
