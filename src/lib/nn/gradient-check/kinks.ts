import { definitionOf } from '../operations';
import type { Corners } from '../operations/definition';
import type { Ref } from '../rules/operand';
import { indexAt, type Tensor } from '../tensor';
import type { Step } from '../trace/step';

/**
 * A corner of the loss between two passes: a ReLU whose input changes its sign (`gate`, the number
 * is the input), or a window of max pooling whose maximum moves (`winner`, the number is the output).
 */
export interface Kink {
  readonly kind: Corners<unknown>['kind'];
  readonly ref: Ref;
}

/** Every gate and every winner that differs between two passes over the same steps, in their order. */
export function kinksBetween(
  steps: readonly Step[],
  below: ReadonlyMap<string, Tensor>,
  above: ReadonlyMap<string, Tensor>,
): Kink[] {
  return steps.flatMap((step) => {
    const corners = cornersOf(step);
    if (!corners) return [];
    const { kind, at, sides, options } = corners;
    const [input, output] = [step.reads[0], step.writes[0]];
    const [one, other] = [below.get(input), above.get(input)];
    const name = at === 'input' ? input : output;
    const shape = below.get(name)?.shape;
    if (!one || !other || !shape) return [];
    const [before, after] = [sides(one, options), sides(other, options)];
    const kinks: Kink[] = [];
    for (let offset = 0; offset < before.length; offset++) {
      if (before[offset] === after[offset]) continue;
      // References have no sample axis.
      kinks.push({ kind, ref: { tensor: name, index: indexAt(shape, offset).slice(1) } });
    }
    return kinks;
  });
}

/** The corners of a step's operation, with its options; nothing for a smooth step. */
export function cornersOf({
  operation,
}: Step): (Corners<unknown> & { readonly options: unknown }) | undefined {
  if (operation.kind === 'input' || operation.kind === 'update') return undefined;
  const { corners } = definitionOf(operation.kind);
  return corners && { ...corners, options: operation.options };
}
