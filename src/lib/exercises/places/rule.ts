import { indexAt, refShape, tensorOf, type Ref, type Trace } from '$lib/nn';
import type { Random } from '../random';
import type { Setting } from '../rule';

/** A number to be found in a network that reads a digit: which digit, and what else the question names. */
export interface PlaceRule<Name extends string = string, Slip extends string = string> {
  /** The tensor in which it is to be found, and which is shown. */
  readonly tensor: string;
  /** Whose weights the network has. */
  readonly weights: 'trained' | 'fresh';
  /** Draws the question's numbers; `digit` is which of the ten sample digits is read. */
  draw(random: Random): Setting<Name | 'digit'>;
  /** The right numbers; the first is the one that is shown as the solution. */
  right(setting: Setting<Name>, trace: Trace): readonly Ref[];
  /** The numbers that each slip leads to. */
  readonly slips: Readonly<Record<Slip, (setting: Setting<Name>, trace: Trace) => readonly Ref[]>>;
}

/** A rule of these names and slips, which its words must then have too. */
export const definePlaceRule = <Name extends string, Slip extends string>(
  rule: PlaceRule<Name, Slip>,
) => rule;

/** Numbers of a tensor with their places, in the tensor's order; those of one map, where it is given. */
export function numbersOf(
  trace: Trace,
  tensor: string,
  map?: number,
): readonly { readonly ref: Ref; readonly value: number }[] {
  const shape = refShape(trace, tensor);
  return Array.from(tensorOf(trace, tensor).data, (value, at) => ({
    ref: { tensor, index: indexAt(shape, at) },
    value,
  })).filter(({ ref }) => map === undefined || ref.index[0] === map);
}

/** The place at which a function of the numbers is largest; the first of several. */
export function largestBy(
  numbers: ReturnType<typeof numbersOf>,
  size: (value: number, at: number) => number,
): Ref {
  let best = 0;
  const sizes = numbers.map(({ value }, at) => size(value, at));
  sizes.forEach((each, at) => (best = each > sizes[best] ? at : best));
  return numbers[best].ref;
}
