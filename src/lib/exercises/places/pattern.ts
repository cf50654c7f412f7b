import { hasRef, parseRef, type Ref, type Trace } from '$lib/nn';
import { plainText } from '../read-answer';

/** One number, or several: on each axis the first and the last index that count, both included. */
export interface PlacePattern {
  readonly tensor: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/**
 * The numbers that a lesson names: `c3.output[7,2,4]`, or with `0..4` for several indices of an axis and
 * `*` for all of them. Undefined where the text names none.
 */
export function readPattern(text: string): PlacePattern | undefined {
  const [, tensor, inside] = /^\s*([a-z][\w.]*)\s*(?:\[([^\]]*)\])?\s*$/i.exec(text) ?? [];
  if (tensor === undefined) return undefined;
  const ranges = (inside?.split(',') ?? []).map((axis): readonly [number, number] => {
    if (axis.trim() === '*') return [0, Infinity];
    const [, first = 'none', last = first] = /^\s*(\d+)(?:\.\.(\d+))?\s*$/.exec(axis) ?? [];
    return [Number(first), Number(last)];
  });
  return ranges.some(([first, last]) => !(first <= last)) ? undefined : { tensor, ranges };
}

/** Whether a number is one of those of a pattern. */
export const isIn = ({ tensor, index }: Ref, pattern: PlacePattern): boolean =>
  tensor === pattern.tensor &&
  index.length === pattern.ranges.length &&
  index.every((at, axis) => pattern.ranges[axis][0] <= at && at <= pattern.ranges[axis][1]);

/** The first number of a pattern. */
export const firstOf = ({ tensor, ranges }: PlacePattern): Ref => ({
  tensor,
  index: ranges.map(([first]) => first),
});

/** The last number of a pattern within a shape; on an axis that `*` stands for, the shape's own last. */
export const lastOf = ({ tensor, ranges }: PlacePattern, shape: readonly number[]): Ref => ({
  tensor,
  index: ranges.map(([, last], axis) => (last === Infinity ? shape[axis] - 1 : last)),
});

/**
 * The number of a trace that an answer names, in capitals, full-width signs or with blanks too; where it
 * is an index alone, `7, 2, 4`, that of the tensor asked about. Undefined where the trace has no such number.
 */
export function readPlace(text: string, tensor: string, trace: Trace): Ref | undefined {
  const plain = plainText(text)?.trim() ?? '';
  const ref = parseRef(/^[\d,\s]+$/.test(plain) ? `[${plain}]` : plain);
  const named = ref ?? parseRef(`${tensor}${plain.startsWith('[') ? plain : `[${plain}]`}`);
  if (!named) return undefined;
  const name = [...trace.tensors.keys()].find(
    (known) => known.toLowerCase() === named.tensor.toLowerCase(),
  );
  const found = { tensor: name ?? '', index: named.index };
  return hasRef(trace, found) ? found : undefined;
}
