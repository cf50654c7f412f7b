import { definitionOf } from '../operations';
import type { Tensor } from '../tensor';
import type { Step } from './step';

/**
 * The steps' tensors, computed in order from the `given` ones (`input`, `label`, parameters); steps
 * of an update are left out. Returns the given tensors and all written ones. Throws if a step reads
 * a tensor that is neither given nor written before.
 */
export function runSteps(
  steps: readonly Step[],
  given: ReadonlyMap<string, Tensor>,
): Map<string, Tensor> {
  const tensors = new Map(given);
  const find = (name: string) => {
    const found = tensors.get(name);
    if (!found) throw new Error(`runSteps: missing tensor: ${name}`);
    return found;
  };
  for (const { operation, reads, writes, gradientOf } of steps) {
    if (operation.kind === 'input' || operation.kind === 'update') continue;
    const shape = gradientOf === undefined ? [] : find(gradientOf).shape;
    const { compute } = definitionOf(operation.kind);
    tensors.set(writes[0], compute(reads.map(find), operation.options, shape));
  }
  return tensors;
}
