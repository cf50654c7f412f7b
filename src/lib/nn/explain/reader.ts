import type { Reader } from '../operations/definition';
import type { Role } from '../rules/operand';
import { tensorOf, type Trace } from '../trace/trace';
import { refShape } from './ref';

/** Reads a tensor's numbers as operands that have this role. */
export function reader(trace: Trace, tensor: string, role: Role): Reader {
  const { data } = tensorOf(trace, tensor);
  const shape = refShape(trace, tensor);
  return {
    shape,
    at(index) {
      let offset = 0;
      for (let axis = 0; axis < shape.length; axis++) offset = offset * shape[axis] + index[axis];
      return { kind: 'reference', role, ref: { tensor, index }, value: data[offset] };
    },
  };
}
