import type { Ref } from '../explain';
import { maxPool2d } from '../max-pool2d';
import { indexAt, type Tensor } from '../tensor';
import type { Step } from '../trace/step';

/**
 * A corner of the loss between two passes: a ReLU whose input changes its sign (`gate`, the number
 * is the input), or a window of max pooling whose maximum moves (`winner`, the number is the output).
 */
export interface Kink {
  readonly kind: 'gate' | 'winner';
  readonly ref: Ref;
}

/** Every gate and every winner that differs between two passes over the same steps, in their order. */
export function kinksBetween(
  steps: readonly Step[],
  below: ReadonlyMap<string, Tensor>,
  above: ReadonlyMap<string, Tensor>,
): Kink[] {
  return steps.flatMap(({ operation, reads: [name], writes: [written] }) => {
    const [one, other] = [below.get(name), above.get(name)];
    if (!one || !other) return [];
    if (operation.kind === 'relu') {
      const isOther = (at: number) => one.data[at] > 0 !== other.data[at] > 0;
      return places(one, isOther).map((index) => kinkAt('gate', name, index));
    }
    if (operation.kind === 'maxPool2d') {
      const before = maxPool2d(one, operation.options);
      const { indices } = maxPool2d(other, operation.options);
      const isOther = (at: number) => before.indices[at] !== indices[at];
      return places(before.output, isOther).map((index) => kinkAt('winner', written, index));
    }
    return [];
  });
}

/** The indices of the elements that are asked for. */
function places({ shape, data }: Tensor, isAsked: (offset: number) => boolean): number[][] {
  const offsets = [...data.keys()].filter(isAsked);
  return offsets.map((offset) => indexAt(shape, offset));
}

/** References have no sample axis. */
function kinkAt(kind: Kink['kind'], tensor: string, index: readonly number[]): Kink {
  return { kind, ref: { tensor, index: index.slice(1) } };
}
