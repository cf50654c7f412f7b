import { indexAt, refShape, sizeOf, type Ref, type Tensor } from '$lib/nn';
import type { UpdatedTrace } from '$lib/optim';
import { scoresLayer } from '../stations';
import { largestOf } from '$lib/views/stepping/walk';

/** What a stop asks. */
export const stopIds = [
  'kernels',
  'gate',
  'pool',
  'products',
  'cells',
  'units',
  'weights',
  'scores',
  'softmax',
  'loss',
  'blame',
  'shared',
  'update',
] as const;
type StopId = (typeof stopIds)[number];

/** How a guess is written: a number, a number that is about right, a share in percent, a loss, a class. */
type GuessForm = 'count' | 'about' | 'percent' | 'loss' | 'class';

/** One stop of the tour: the reader guesses, the network steps, a sentence says what is seen. */
export interface TourStop {
  readonly id: StopId;
  /** The tensor whose step is shown while the reader guesses, and the number open then. */
  readonly before: Ref;
  /** The number that is open once he has guessed. */
  readonly after: Ref;
  readonly form: GuessForm;
  /** Three guesses, from the smallest, and which one is right. */
  readonly guesses: readonly number[];
  readonly right: number;
  /** The numbers of its words, each from the trace. */
  readonly values: Readonly<Record<string, number>>;
}

/** The layers that the tour goes through: those of the article's network. */
const needed = ['c1', 's2', 'c3', 's4', 'c5', 'f6', 'output'].map((layer) => `${layer}.output`);

/** Whether a network has what the tour shows. */
export const canTour = ({ tensors }: UpdatedTrace): boolean =>
  [...needed, 'c1.activation', 'c3.activation', 'c5.activation', 'probabilities'].every((name) =>
    tensors.has(name),
  );

/** Shares that are guessed between, far enough apart to be told by eye. */
const shares = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

/** Three guesses at a share of `all`, one the nearest to the truth, from the smallest. */
export function guessesAt(part: number, all: number): { guesses: number[]; right: number } {
  const candidates = shares.map((share) => Math.round(share * all));
  const distances = candidates.map((each) => Math.abs(each - part));
  const nearest = distances.indexOf(Math.min(...distances));
  // Two others, two places away or more: on both sides where there are.
  const places = [nearest - 2, nearest, nearest + 2].map((at) => {
    if (at < 0) return at + 6;
    return at >= shares.length ? at - 6 : at;
  });
  const guesses = [...new Set(places.map((at) => candidates[at]))].sort((a, b) => a - b);
  return { guesses, right: guesses.indexOf(candidates[nearest]) };
}

/** Three given guesses, from the smallest, and where among them the right one is. */
function guessesOf(right: number, ...wrong: readonly number[]) {
  const guesses = [...new Set([right, ...wrong])].sort((a, b) => a - b);
  return { guesses, right: guesses.indexOf(right) };
}

const positive = (data: ArrayLike<number>) => Array.from(data).filter((each) => each > 0).length;

/**
 * The stops of the tour over one digit, every number from its trace. `isAssumed`: nobody has said what the digit
 * is, and its label is what the network reads.
 */
export function tourStops(trace: UpdatedTrace, isAssumed = false): TourStop[] {
  if (!canTour(trace)) return [];
  const { tensors } = trace;
  const at = (name: string) => tensors.get(name) as Tensor;
  const count = (name: string) => sizeOf(refShape(trace, name));
  const top = (name: string): Ref => largestPositive(trace, name);
  const label = at('label').data[0];
  const scores = at('output.output').data;
  const probabilities = at('probabilities').data;
  const loss = at('loss').data[0];
  const afterLoss = trace.after.get('loss')?.data[0] ?? NaN;
  const ranked = Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a]);
  const [maps, inputs, kernel] = at('c3.weight').shape;
  const [, side] = refShape(trace, 'c3.output');
  const cell = top('c3.output');
  const map = cell.index[0];
  const inMap = at('c3.activation').data.slice(map * side * side, (map + 1) * side * side);
  const [c1Maps, , c1Kernel] = at('c1.weight').shape;
  const [, c1Side] = refShape(trace, 'c1.output');
  const [units, read] = at('f6.weight').shape;
  const gradient = largestOf(trace, 'c3.weight.grad');
  const scoresName = `${scoresLayer(trace)}.output`;

  const stop = (
    id: StopId,
    [before, after]: readonly [Ref, Ref],
    form: GuessForm,
    guesses: { guesses: readonly number[]; right: number },
    values: Readonly<Record<string, number>> = {},
  ): TourStop => ({ id, before, after, form, ...guesses, values });

  const c1Count = count('c1.output');
  const c1Left = positive(at('c1.activation').data);
  const s2Count = count('s2.output');
  const products = inputs * kernel * kernel;
  const left = positive(inMap);
  const c5Count = count('c5.output');
  const fired = positive(at('c5.activation').data);
  const share = probabilities[label];
  return [
    stop(
      'kernels',
      [top('input'), top('c1.output')],
      'count',
      guessesOf(c1Count, c1Side * c1Side, count('input')),
      { maps: c1Maps, kernel: c1Kernel, side: c1Side, count: c1Count, input: count('input') },
    ),
    stop('gate', [top('c1.output'), top('c1.activation')], 'about', guessesAt(c1Left, c1Count), {
      count: c1Count,
      left: c1Left,
    }),
    stop(
      'pool',
      [top('c1.activation'), top('s2.output')],
      'count',
      guessesOf(s2Count, c1Count / 2, c1Count),
      { before: c1Count, count: s2Count, window: Math.sqrt(c1Count / s2Count) },
    ),
    stop(
      'products',
      [top('s2.output'), cell],
      'count',
      guessesOf(products, kernel * kernel, inputs),
      { maps, inputs, kernel, products },
    ),
    stop(
      'cells',
      [cell, { tensor: 'c3.activation', index: cell.index }],
      'about',
      guessesAt(left, side * side),
      { map, count: side * side, left },
    ),
    stop('units', [top('s4.output'), top('c5.activation')], 'about', guessesAt(fired, c5Count), {
      units: c5Count,
      read: count('s4.output'),
      fired,
    }),
    stop(
      'weights',
      [top('c5.activation'), top('f6.output')],
      'count',
      guessesOf(units * read, units + read, units),
      { units, read, weights: units * read },
    ),
    stop(
      'scores',
      [top('f6.activation'), { tensor: scoresName, index: [ranked[0]] }],
      'class',
      guessesOf(ranked[0], ranked[1], ranked[2]),
      { says: ranked[0], label, score: scores[ranked[0]], isAssumed: Number(isAssumed) },
    ),
    stop(
      'softmax',
      [
        { tensor: scoresName, index: [label] },
        { tensor: 'probabilities', index: [label] },
      ],
      'percent',
      guessesAt(share * 1000, 1000),
      { label, share },
    ),
    stop(
      'loss',
      [
        { tensor: 'probabilities', index: [label] },
        { tensor: 'loss', index: [] },
      ],
      'loss',
      guessesOf(loss, loss + Math.log(10), loss + 2 * Math.log(10)),
      { label, share, loss },
    ),
    stop(
      'blame',
      [
        { tensor: 'loss', index: [] },
        { tensor: `${scoresName}.grad`, index: [label] },
      ],
      'class',
      guessesOf(label, ...ranked.filter((each) => each !== label).slice(0, 2)),
      { label, gradient: at(`${scoresName}.grad`).data[label], share },
    ),
    stop(
      'shared',
      [top('c3.activation.grad'), gradient],
      'count',
      guessesOf(side * side, 1, kernel * kernel),
      { places: side * side, side },
    ),
    stop(
      'update',
      [
        { tensor: 'c1.weight.updated', index: largestOf(trace, 'c1.weight.grad').index },
        { tensor: 'loss', index: [] },
      ],
      'loss',
      guessesOf(afterLoss, loss, loss / 100),
      { loss, after: afterLoss, lr: trace.rule.lr },
    ),
  ];
}

/** The largest number of a tensor, or the one farthest from zero where none is positive. */
function largestPositive(trace: UpdatedTrace, tensor: string): Ref {
  const data = trace.tensors.get(tensor)?.data ?? new Float64Array(1);
  const largest = Math.max(...data);
  if (!(largest > 0)) return largestOf(trace, tensor);
  return { tensor, index: indexAt(refShape(trace, tensor), data.indexOf(largest)) };
}
