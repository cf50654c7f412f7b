import {
  gradientsOf,
  operations,
  type GradientOf,
  type OperationDefinition,
  type OperationName,
  type Slot,
  type Tensor,
} from '$lib/nn';

/** The tensors that an operation reads, by what each is to it. */
export type Around = Readonly<Partial<Record<Slot, Tensor>>>;

/** What an operation makes, as its entry in the registry computes it. */
export function forwardOf(name: OperationName, around: Around, options: unknown = {}): Tensor {
  const { forward }: OperationDefinition = operations[name];
  if (!forward) throw new Error(`${name} computes nothing forward`);
  return forward.compute(pick(forward.reads, around), options, []);
}

/** Every gradient that the operation has, for a gradient of its output. */
export function gradientsFor(
  name: OperationName,
  around: Around,
  outputGrad: Tensor,
  options: unknown = {},
): Partial<Record<GradientOf, Tensor>> {
  const all = { ...around, output: forwardOf(name, around, options), outputGrad };
  const grads = gradientsOf(name).map(([of, { reads, compute }]) => {
    const shape = all[of]?.shape ?? [];
    return [of, compute(pick(reads, all), options, shape)] as const;
  });
  return Object.fromEntries(grads);
}

function pick(slots: readonly Slot[], around: Around): Tensor[] {
  return slots.map((slot) => {
    const found = around[slot];
    if (!found) throw new Error(`there is no ${slot}`);
    return found;
  });
}
